using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>The limits: what happens to a file without a fault, and so without an exception. Each is what the documentation says.</summary>
public sealed class UnseenTests : LeakCheckedTests
{
    /// <summary>The last page stays, with zeros behind the end of the file: nothing faults. Validate asks the file.</summary>
    [Fact]
    public void A_cut_inside_the_last_page_reads_zeros_and_Validate_finds_it()
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        mapped.Validate();
        long end = (CutFile.Pages * CutFile.PageSize) - 500;
        cut.SetLength(end);

        Assert.Equal(0, mapped.Read<byte>(end));
        Assert.False(mapped.IsFaulted);
        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(mapped.Validate);
        Assert.Equal((end, FaultCause.Truncated), (fault.Offset, fault.Cause));
        mapped.Refresh();
        mapped.Validate();
        Assert.Equal(end, mapped.Length);
    }

    /// <summary>The zeros are the file's own by now, whoever put them there.</summary>
    [Fact]
    public void A_cut_that_is_undone_before_the_next_access_reads_zeros_and_nobody_can_tell()
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        cut.CutToPages(1);
        cut.CutToPages(CutFile.Pages);

        Assert.Equal(0, mapped.Read<byte>(3 * CutFile.PageSize));
        Assert.False(mapped.IsFaulted);
        mapped.Validate();
    }

    /// <summary>The kernel meets the hole, not the process: the call fails, and the view learns nothing of it. Validate does.</summary>
    [NeedsFact(Needs.Linux)]
    public void A_system_call_given_a_span_over_a_hole_fails_with_EFAULT_and_the_view_does_not_know()
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        using SafeFileHandle target = File.OpenHandle(cut.Path + ".copy", FileMode.Create, FileAccess.ReadWrite, options: FileOptions.DeleteOnClose);
        cut.CutToPages(1);
        MappedView view = mapped.GetView(3 * CutFile.PageSize, 100);
        IOException? thrown = null;
        try
        {
            RandomAccess.Write(target, view.Span, 0);
        }
        catch (IOException e)
        {
            thrown = e;
        }

        Assert.Contains("Bad address", thrown?.Message, StringComparison.Ordinal);
        Assert.True(view.IsValid);
        view.Dispose();
        Assert.False(mapped.IsFaulted);
        Assert.Throws<MappedFileFaultException>(mapped.Validate);
    }
}
