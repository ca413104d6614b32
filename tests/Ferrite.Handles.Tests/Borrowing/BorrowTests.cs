using System.Runtime.InteropServices;
using Ferrite.Handles.Tests.Kit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Borrowing;

/// <summary>RFC 3128's rules of borrowing: nothing is lent that is not open, and what is lent stays open.</summary>
public sealed class BorrowTests : HandleTests
{
    [Fact]
    public void Closing_under_a_borrow_waits_for_its_end()
    {
        SafeFileHandle file = OpenFile();
        BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        nint number = borrow.DangerousGetHandle();

        file.Dispose();

        Assert.Equal(PathOf(), Descriptors.At(number));
        Assert.Equal(number, borrow.DangerousGetHandle());

        borrow.Dispose();

        Assert.Null(Descriptors.At(number));
        Assert.True(file.IsClosed);
        Assert.Throws<ObjectDisposedException>(() => file.Borrow().Dispose());
    }

    [Fact]
    public void The_last_of_several_borrows_closes()
    {
        SafeFileHandle file = OpenFile();
        BorrowedHandle<SafeFileHandle> first = file.Borrow();
        BorrowedHandle<SafeFileHandle> second = first.Reborrow();
        nint number = first.DangerousGetHandle();
        file.Dispose();

        first.Dispose();
        Assert.Equal(PathOf(), Descriptors.At(number));
        second.Dispose();

        Assert.Null(Descriptors.At(number));
    }

    [Fact]
    public void A_borrow_can_be_borrowed_again_after_its_owner_was_disposed_of()
    {
        SafeFileHandle file = OpenFile();
        BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        file.Dispose();

        BorrowedHandle<SafeFileHandle> again = borrow.Reborrow();
        nint number = again.DangerousGetHandle();
        borrow.Dispose();

        Assert.Equal(PathOf(), Descriptors.At(number));
        again.Dispose();
        Assert.Null(Descriptors.At(number));
    }

    [Fact]
    public void What_is_closed_or_invalid_is_not_lent()
    {
        SafeFileHandle closed = OpenFile();
        closed.Dispose();
        using var invalid = new SafeFileHandle(-1, ownsHandle: false);
        using var unset = new OwnedHandle();

        Assert.Throws<ObjectDisposedException>(() => closed.Borrow().Dispose());
        Assert.Throws<ArgumentException>(() => invalid.Borrow().Dispose());
        Assert.Throws<ArgumentException>(() => unset.Borrow().Dispose());
        Assert.Throws<ArgumentNullException>(static () => ((SafeFileHandle)null!).Borrow().Dispose());
        invalid.Dispose();
        Assert.Throws<ObjectDisposedException>(() => invalid.Borrow().Dispose());
    }

    [Fact]
    public void Default_lends_nothing_and_harms_nothing()
    {
        Assert.True(default(BorrowedHandle<SafeFileHandle>).IsInvalid);
        Assert.Throws<InvalidOperationException>(static () => default(BorrowedHandle<SafeFileHandle>).DangerousGetHandle());
        Assert.Throws<InvalidOperationException>(static () => default(BorrowedHandle<SafeFileHandle>).Reborrow().Dispose());
        Assert.Throws<InvalidOperationException>(static () => default(BorrowedHandle<SafeFileHandle>).Duplicate());
        Assert.Throws<InvalidOperationException>(() =>
        {
            using SafeFileHandle file = OpenFile();
            using BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
            borrow.RefersToSameObject(default);
        });
        default(BorrowedHandle<SafeFileHandle>).Dispose();
    }

    /// <summary>To release twice what was counted once would close the handle under its owner.</summary>
    [Fact]
    public void To_dispose_of_a_borrow_twice_ends_it_once()
    {
        using SafeFileHandle file = OpenFile();
        {
            using BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
            borrow.Dispose();
            Assert.True(borrow.IsInvalid);
        }

        Assert.Equal(PathOf(), Descriptors.At(file.DangerousGetHandle()));
        Assert.Equal(10, RandomAccess.GetLength(file));
    }

    [Fact]
    public void A_borrow_that_ended_lends_nothing()
    {
        using SafeFileHandle file = OpenFile();
        BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        borrow.Dispose();

        bool thrown = false;
        try
        {
            borrow.DangerousGetHandle();
        }
        catch (InvalidOperationException)
        {
            thrown = true;
        }

        Assert.True(thrown);
    }

    /// <summary>Its number may be an address, so that nothing but lending is done with it.</summary>
    [Fact]
    public void A_type_of_ones_own_is_lent_but_not_duplicated()
    {
        using var own = new Own();
        using BorrowedHandle<Own> borrow = own.Borrow();

        Assert.Equal(7, borrow.DangerousGetHandle());
        Assert.Throws<NotSupportedException>(() => own.Borrow().Duplicate());
    }

    private sealed class Own : SafeHandle
    {
        public Own()
            : base(-1, ownsHandle: false) => SetHandle(7);

        public override bool IsInvalid => false;

        protected override bool ReleaseHandle() => true;
    }
}
