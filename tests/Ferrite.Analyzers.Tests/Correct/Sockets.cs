using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Correct.Sockets;

public static partial class Listener
{
    public static async Task ServeAsync(IPEndPoint endPoint, CancellationToken cancellation)
    {
        using var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(endPoint);
        listener.Listen(128);
        while (!cancellation.IsCancellationRequested)
        {
            Socket client = await listener.AcceptAsync(cancellation);
            _ = Task.Run(() => EchoAsync(client, cancellation), cancellation);
        }
    }

    /// <summary>What systemd passed: sd_listen_fds(3).</summary>
    public static Socket FromServiceManager()
    {
        const int FirstDescriptor = 3;
        // SAFETY: sd_listen_fds(3) says that the first socket is descriptor 3, open for this process and used by nobody else in it.
        unsafe
        {
            return new Socket(new SafeSocketHandle(FirstDescriptor, ownsHandle: true));
        }
    }

    public static bool IsSameNumber(Socket left, Socket right) => left.Handle == right.Handle;

    public static void SetOption(Socket socket, int level, int name, int value)
    {
        if (SetSocketOption(socket.SafeHandle, level, name, in value, sizeof(int)) != 0)
        {
            throw new SocketException(Marshal.GetLastPInvokeError());
        }
    }

    private static async Task EchoAsync(Socket client, CancellationToken cancellation)
    {
        using (client)
        {
            byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
            try
            {
                int count;
                while ((count = await client.ReceiveAsync(buffer, cancellation)) > 0)
                {
                    await client.SendAsync(buffer.AsMemory(0, count), cancellation);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetSocketOption(SafeSocketHandle sockfd, int level, int name, in int value, int length);
}

/// <summary>A lease: the reference of one member is released by another.</summary>
public sealed class Lease : IDisposable
{
    private SafeHandle? _handle;

    public Lease(SafeHandle handle)
    {
        bool added = false;
        handle.DangerousAddRef(ref added);
        _handle = handle;
    }

    public void Dispose() => Interlocked.Exchange(ref _handle, null)?.DangerousRelease();
}
