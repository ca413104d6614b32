using Ferrite.Handles.Tests.Kit;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Borrowing;

/// <summary>Kinds that the BCL has no type for.</summary>
public sealed class OwnedHandleTests : HandleTests
{
    [NeedsFact(Needs.Linux)]
    public void It_closes_what_it_owns_once()
    {
        OwnedHandle owned = Descriptors.EventFd();
        nint number = owned.DangerousGetHandle();
        Assert.Equal("anon_inode:[eventfd]", Descriptors.At(number));

        owned.Dispose();
        Assert.Null(Descriptors.At(number));
        using SafeFileHandle reused = Descriptors.OpenAt(number, PathOf());
        owned.Dispose();

        Assert.Equal(PathOf(), Descriptors.At(number));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(1_000_000)]
    public void A_number_that_nothing_is_open_at_is_not_owned(int number) =>
        Assert.Throws<ArgumentException>(() => OwnedHandle.DangerousOwn(number));

    [Fact]
    public void A_number_that_is_no_int_is_not_cut_down_to_one() =>
        Assert.Throws<ArgumentException>(static () => OwnedHandle.DangerousOwn(unchecked((nint)0x1_0000_0001)));

    [NeedsFact(Needs.Linux)]
    public void A_memfd_becomes_a_file()
    {
        using OwnedHandle memory = Descriptors.MemFd("ferrite-test");
        using FileStream stream = memory.ConvertTo<FileStream>();
        stream.Write("abc"u8);
        stream.Flush();

        Assert.True(memory.IsClosed);
        Assert.Equal(3, stream.Length);
    }
}
