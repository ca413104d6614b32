using System.Net;
using System.Net.Sockets;
using Ferrite.Handles;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Windows.Smoke;

/// <summary>Borrowed, duplicated, taken and converted handles.</summary>
internal static class Lending
{
    internal static void Handles_that_are_lent_close_later_and_duplicates_outlive_them(string path)
    {
        File.WriteAllText(path, "0123456789");
        SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        SafeFileHandle copy;
        using (BorrowedHandle<SafeFileHandle> borrow = file.Borrow())
        {
            file.Dispose();
            copy = borrow.Duplicate();
            using BorrowedHandle<SafeFileHandle> ofCopy = copy.Borrow();
            Check.That(borrow.RefersToSameObject(ofCopy), "a duplicate is the same object");
        }

        using (copy)
        {
            Check.That(file.IsClosed && RandomAccess.GetLength(copy) == 10, "the duplicate is open");
        }
    }

    internal static void Handles_of_two_openings_are_of_two_objects(string path)
    {
        File.WriteAllText(path, "0123456789");
        using SafeFileHandle first = File.OpenHandle(path, share: FileShare.ReadWrite);
        using SafeFileHandle second = File.OpenHandle(path, share: FileShare.ReadWrite);
        using BorrowedHandle<SafeFileHandle> ofFirst = first.Borrow();
        using BorrowedHandle<SafeFileHandle> ofSecond = second.Borrow();
        Check.That(!ofFirst.RefersToSameObject(ofSecond), "two openings are two objects");
    }

    internal static void Handles_of_streams_are_taken_with_what_was_buffered(string path)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Write("abc"u8);
        using SafeFileHandle taken = stream.TakeHandle();
        Check.That(RandomAccess.GetLength(taken) == 3 && !stream.CanRead, "the file is taken");
        using OwnedHandle owned = taken.ConvertTo<OwnedHandle>();
        using FileStream again = owned.ConvertTo<FileStream>();
        Check.That(again.Length == 3 && taken.IsClosed && owned.IsClosed, "and converted");
    }

    internal static void Handles_of_sockets_are_taken_connected(string path)
    {
        Check.That(path.Length > 0, "a path");
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var near = new Socket(SocketType.Stream, ProtocolType.Tcp);
        near.Connect(listener.LocalEndPoint!);
        using Socket far = listener.Accept();
        using Socket taken = Socket.From(near.TakeHandle());
        far.Send([42]);
        byte[] received = new byte[1];
        Check.That(taken.Receive(received) == 1 && received[0] == 42, "the connection lives");
        if (OperatingSystem.IsWindows())
        {
            Check.Throws<NotSupportedException>(() => taken.ConvertTo<FileStream>());
        }
    }

    internal static void Handles_of_events_and_mappings_are_lent_too(string path)
    {
        using var signal = new ManualResetEvent(initialState: false);
        using (BorrowedHandle<SafeWaitHandle> borrow = signal.SafeWaitHandle.Borrow())
        {
            if (!OperatingSystem.IsWindows())
            {
                return;
            }

            using SafeWaitHandle copy = borrow.Duplicate();
            using BorrowedHandle<SafeWaitHandle> ofCopy = copy.Borrow();
            Check.That(borrow.RefersToSameObject(ofCopy), "an event's duplicate is the event");
        }

        using MappedFile mapped = MappedFile.Create(path, 4096);
        using BorrowedHandle<SafeFileHandle> file = mapped.Borrow();
        using HandleView<FileStream> view = file.ViewAsFileStream();
        Check.That(view.Value.Length == 4096, "a mapping's file can be viewed");
    }

    internal static void Handles_closed_twice_are_found(string path)
    {
        File.WriteAllText(path, "0123456789");
        HandleSanitizer.Enable();
        try
        {
            SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite);
            using OwnedHandle first = file.Borrow().DuplicateAsOwned();
            OwnedHandle second = OwnedHandle.DangerousOwn(first.DangerousGetHandle());
            first.Dispose();
            Check.Throws<HandleMisuseException>(second.Dispose);
            file.Dispose();
        }
        finally
        {
            HandleSanitizer.Disable();
        }
    }

    private static OwnedHandle DuplicateAsOwned(this BorrowedHandle<SafeFileHandle> borrow)
    {
        using (borrow)
        {
            return borrow.Duplicate().ConvertTo<OwnedHandle>();
        }
    }
}
