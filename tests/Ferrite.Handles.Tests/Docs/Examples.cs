using System.Net.Sockets;
using System.Runtime.InteropServices;
using Ferrite.Handles.Tests.Kit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Docs;

/// <summary>The examples of docs/io-safety.md, as they stand there: <see cref="PageTests"/> compares.</summary>
public sealed partial class Examples : HandleTests
{
    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(BorrowedHandle<SafeFileHandle> file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial OwnedHandle eventfd(uint value, int flags);

    [Fact]
    public void Borrowing()
    {
        File.WriteAllText(PathOf(), "");
        string path = PathOf();
        SafeFileHandle file = File.OpenHandle(path, access: FileAccess.ReadWrite);
        using (BorrowedHandle<SafeFileHandle> borrow = file.Borrow())
        {
            file.Dispose();                  // by whomever, on whatever thread
            int result = fsync(borrow);      // still the same file: closing waits
            Assert.Equal(0, result);
        }                                    // now it is closed

        Assert.True(file.IsClosed);
    }

    [Fact]
    public void Owning()
    {
        using OwnedHandle wake = eventfd(0, 0x80000);   // EFD_CLOEXEC
        if (wake.IsInvalid)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }

        Assert.False(wake.IsClosed);
    }

    [Fact]
    public void Foreign()
    {
        using OwnedHandle library = eventfd(0, 0x80000);
        nint given = library.DangerousGetHandle();
        library.SetHandleAsInvalid();

        // SAFETY: the C library documents that it returns an open descriptor and that the caller closes it.
        using OwnedHandle owned = OwnedHandle.DangerousOwn(given);
        Assert.False(owned.IsInvalid);
    }

    [Fact]
    public void Duplicating()
    {
        using SafeFileHandle file = OpenFile();
        using BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        using SafeFileHandle copy = borrow.Duplicate();          // close-on-exec, closed on its own
        using BorrowedHandle<SafeFileHandle> ofCopy = copy.Borrow();
        bool same = borrow.RefersToSameObject(ofCopy);           // true; of a second opening of the file: false
        Assert.True(same);
    }

    [Fact]
    public void Taking()
    {
        string path = PathOf();
        var stream = new FileStream(path, FileMode.Create);
        stream.WriteByte(1);
        using SafeFileHandle file = stream.TakeHandle();         // the byte is written, the stream unusable, the file open
        using FileStream again = FileStream.From(file);
        Assert.Equal(1, again.Length);
    }

    [Fact]
    public void Converting()
    {
        using var pair = new SocketPair();
        Socket socket = pair.Near;
        using NetworkStream stream = socket.ConvertTo<NetworkStream>();
        Assert.Throws<ObjectDisposedException>(() => socket.Send([1]));
    }

    [Fact]
    public void Viewing()
    {
        using SafeFileHandle file = OpenFile();
        long lines = CountLines(file.AsFileLike());
        Assert.Equal(1, lines);
        Assert.False(file.IsClosed);

        static long CountLines(IFileLike file)
        {
            using HandleView<FileStream> view = file.ViewAsFileStream();
            using var reader = new StreamReader(view.Value);
            long lines = 0;
            while (reader.ReadLine() is not null)
            {
                lines++;
            }

            return lines;                    // the reader closed its view; the file stays open
        }
    }

    [Fact]
    public void Marshalling()
    {
        using SafeFileHandle file = OpenFile();
        using BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        if (fsync(borrow) != 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }
    }

    [Fact]
    public void Sanitizing()
    {
        HandleSanitizer.Enable();            // in Debug builds, or where tests begin
        try
        {
            OwnedHandle first = eventfd(0, 0x80000);
            OwnedHandle second = OwnedHandle.DangerousOwn(first.DangerousGetHandle());   // the bug: two owners
            first.Dispose();
            HandleMisuseException e = Assert.Throws<HandleMisuseException>(second.Dispose);
            Assert.Equal(HandleMisuseKind.DoubleClose, e.Misuse!.Kind);
        }
        finally
        {
            HandleSanitizer.Disable();
        }
    }
}
