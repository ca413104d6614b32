using System.Runtime.InteropServices;
using Ferrite.Cli.Interop.Linux;

namespace Ferrite.Cli.Output;

/// <summary>write(2) to an open descriptor, at the position that other writers of the same file share.</summary>
internal sealed unsafe class LinuxOutputStream(int descriptor) : Stream
{
    internal const int Output = 1;
    internal const int Errors = 2;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="OutputClosedException">The reader has gone.</exception>
    /// <exception cref="OutputFailedException">The OS refused.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            nint written;
            int error;
            // SAFETY: write(2) reads the given number of bytes.
            fixed (byte* bytes = buffer)
            {
                written = Libc.Write(descriptor, bytes, (nuint)buffer.Length);
                error = Marshal.GetLastPInvokeError();
            }

            if (written >= 0)
            {
                buffer = buffer[(int)written..];
            }
            else if (error == Libc.EAGAIN)
            {
                WaitUntilWritable();
            }
            else if (error != Libc.EINTR)
            {
                throw error == Libc.EPIPE
                    ? new OutputClosedException()
                    : new OutputFailedException($"Cannot write the output: {Marshal.GetPInvokeErrorMessage(error)}");
            }
        }
    }

    /// <summary>Somebody made the terminal or pipe that we share with them non-blocking.</summary>
    private void WaitUntilWritable()
    {
        var self = new Libc.PollDescriptor { Descriptor = descriptor, Events = Libc.POLLOUT };
        // SAFETY: poll(2) reads and writes one struct pollfd, which lives on this stack frame. However it ends, writing is tried again.
        _ = Libc.Poll(&self, 1, -1);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
