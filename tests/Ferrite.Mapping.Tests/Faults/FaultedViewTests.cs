using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>Spans over a lost page: views and the bodies of reads find out at their end.</summary>
public sealed class FaultedViewTests
{
    private const Needs Guard = Needs.Linux | Needs.FaultGuard;

    [NeedsFact(Guard)]
    public void Views_of_a_faulted_file_are_not_valid_wherever_they_lie() => ChildProcess.Run(Views).AssertSucceeded();

    [NeedsFact(Guard)]
    public void What_a_body_throws_over_a_hole_is_the_inner_exception() => ChildProcess.Run(FailingBody).AssertSucceeded();

    [NeedsFact(Guard)]
    public void A_view_taken_before_a_fault_stays_untrusted_after_Refresh() => ChildProcess.Run(OldView).AssertSucceeded();

    private static void Views(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        MappedView early = mapped.GetView(0, 10);
        WritableMappedView writable = mapped.GetWritableView(0, 10);
        MappedView late = mapped.GetView(5 * CutFile.PageSize, 10);
        MappedView part = late.Slice(2, 3);
        cut.CutToPages(3);
        Assert.True(early.IsValid && writable.IsValid && late.IsValid && part.IsValid);

        Assert.Equal(0, late.Span[0]);

        Assert.False(early.IsValid || writable.IsValid || late.IsValid || part.IsValid);
        AssertThrows(early);
        AssertThrows(late);
        AssertThrows(part);
        bool thrown = false;
        try
        {
            writable.Dispose();
        }
        catch (MappedFileFaultException)
        {
            thrown = true;
        }

        Assert.True(thrown);
    }

    private static void FailingBody(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        Func<ReadOnlySpan<byte>, byte> refuseZero = static span => span[0] == 0 ? throw new InvalidDataException("a zero") : span[0];
        Func<ReadOnlySpan<byte>, byte> refuseAll = static span => throw new InvalidDataException($"{span.Length}");
        long offset = 4L * CutFile.PageSize;
        Assert.Equal(CutFile.ValueAt(offset), mapped.Read(offset, 10, refuseZero));
        Assert.Throws<InvalidDataException>(() => mapped.Read(offset, 10, refuseAll));
        cut.CutToPages(3);

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => mapped.Read(offset, 10, refuseZero));

        Assert.IsType<InvalidDataException>(fault.InnerException);
        Assert.Equal((offset, FaultCause.Truncated), (fault.Offset, fault.Cause));
        Assert.Null(Assert.Throws<MappedFileFaultException>(() => mapped.Read(offset, 10, static span => span[0])).InnerException);

        // Even one that an access might throw itself.
        Func<ReadOnlySpan<byte>, byte> disposed = static span => throw new ObjectDisposedException($"{span.Length}");
        Assert.IsType<ObjectDisposedException>(Assert.Throws<MappedFileFaultException>(() => mapped.Read(offset, 10, disposed)).InnerException);
    }

    private static void OldView(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        MappedView view = mapped.GetView(0, 10);
        cut.CutToPages(3);
        Assert.Throws<MappedFileFaultException>(() => mapped.Read<byte>(4 * CutFile.PageSize));
        mapped.Refresh();

        Assert.Equal(CutFile.ValueAt(0), mapped.Read<byte>(0));
        Assert.False(view.IsValid);
        AssertThrows(view);
    }

    private static void AssertThrows(MappedView view)
    {
        bool thrown = false;
        try
        {
            view.Dispose();
        }
        catch (MappedFileFaultException)
        {
            thrown = true;
        }

        Assert.True(thrown);
    }
}
