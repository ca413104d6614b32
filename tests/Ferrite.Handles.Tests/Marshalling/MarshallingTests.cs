using System.Net.Sockets;
using System.Runtime.InteropServices;
using Ferrite.Handles.Tests.Kit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Marshalling;

/// <summary>Borrows as parameters of source-generated P/Invokes.</summary>
public sealed partial class MarshallingTests : HandleTests
{
    [Fact]
    public void By_value_the_native_side_gets_the_number()
    {
        using SafeFileHandle file = OpenFile();
        using BorrowedHandle<SafeFileHandle> borrow = file.Borrow();

        Assert.Equal(4, LSeek(borrow, 4, 0));
        Assert.Equal(4, Descriptors.PositionOf(borrow.DangerousGetHandle()));
    }

    /// <summary>memcpy(3) from the parameter's address: what lies there.</summary>
    [Fact]
    public unsafe void By_in_the_native_side_gets_the_number_s_address()
    {
        using SafeFileHandle file = OpenFile();
        using BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        nint number = 0;

        // SAFETY: memcpy(3) writes as many bytes as the local has; the marshaller's slot, which it reads, is as large.
        MemCpy(&number, in borrow, (nuint)sizeof(nint));

        Assert.Equal(borrow.DangerousGetHandle(), number);
    }

    [Fact]
    public void Owners_of_every_type_can_be_lent_so()
    {
        using var pair = new SocketPair();
        using OwnedHandle events = Descriptors.EventFd();
        using BorrowedHandle<SafeSocketHandle> socket = pair.Near.Borrow();
        using BorrowedHandle<OwnedHandle> owned = events.Borrow();

        Assert.Equal(-1, LSeekSocket(socket, 0, 0));
        Assert.Equal(29, Marshal.GetLastPInvokeError());
        Assert.Equal(0, FSyncFails(owned) + 1);
        Assert.Equal(22, Marshal.GetLastPInvokeError());
    }

    [Fact]
    public void A_closed_owner_s_number_is_good_until_the_borrow_ends()
    {
        SafeFileHandle file = OpenFile();
        using BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        file.Dispose();

        Assert.Equal(4, LSeek(borrow, 4, 0));
    }

    [Fact]
    public void What_lends_nothing_never_reaches_the_native_side()
    {
        Assert.Throws<InvalidOperationException>(static () => LSeek(default, 4, 0));
        using var signal = new ManualResetEvent(initialState: false);
        Assert.Throws<PlatformNotSupportedException>(() => FSyncOfWait(signal.SafeWaitHandle.Borrow()));
    }

    /// <summary>A P/Invoke may return what it opened.</summary>
    [Fact]
    public void A_native_call_returns_an_owner()
    {
        OwnedHandle owned = EventFd(0, 0x80000);
        nint number = owned.DangerousGetHandle();
        Assert.Equal("anon_inode:[eventfd]", Descriptors.At(number));
        owned.Dispose();
        Assert.Null(Descriptors.At(number));

        using OwnedHandle none = EventFd(0, -1);
        Assert.True(none.IsInvalid);
    }

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    private static partial long LSeek(BorrowedHandle<SafeFileHandle> file, long offset, int origin);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    private static partial long LSeekSocket(BorrowedHandle<SafeSocketHandle> socket, long offset, int origin);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSyncFails(BorrowedHandle<OwnedHandle> file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSyncOfWait(BorrowedHandle<SafeWaitHandle> file);

    [LibraryImport("libc", EntryPoint = "memcpy")]
    private static unsafe partial void* MemCpy(void* destination, in BorrowedHandle<SafeFileHandle> source, nuint size);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial OwnedHandle EventFd(uint value, int flags);
}
