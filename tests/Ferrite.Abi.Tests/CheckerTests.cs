using System.Runtime.InteropServices;
using Ferrite.TestKit;

namespace Ferrite.Abi.Tests;

/// <summary>That the comparison finds what is wrong: a test of the tests.</summary>
public sealed partial class CheckerTests
{
    [NeedsFact(Needs.CCompiler | Needs.Linux)]
    public void A_wrong_constant_is_found()
    {
        List<string> found = CProgram.Disagreements(CHeaders.Linux with { Types = [typeof(WrongErrno)] });

        Assert.Equal(["WrongErrno.EINTR is 5; C says EINTR is 4"], found);
    }

    [NeedsFact(Needs.CCompiler | Needs.Linux)]
    public void A_constant_that_C_does_not_know_is_found()
    {
        IOException e = Assert.Throws<IOException>(() => CProgram.Disagreements(CHeaders.Linux with { Types = [typeof(UnknownErrno)] }));

        Assert.Contains("EFERRITE", e.Message, StringComparison.Ordinal);
    }

    [NeedsFact(Needs.CCompiler | Needs.Linux)]
    public void A_call_that_C_declares_otherwise_is_found()
    {
        IOException e = Assert.Throws<IOException>(() => CProgram.Disagreements(CHeaders.Linux with { Types = [typeof(WrongCalls)] }));

        Assert.Contains("fsync is imported as int (*)(int64_t)", e.Message, StringComparison.Ordinal);
    }

    [MinGWFact]
    public void A_wrong_constant_of_Windows_is_found()
    {
        IOException e = Assert.Throws<IOException>(() => CProgram.CompileAssertions(CHeaders.Windows with { Types = [typeof(WrongWin32Error)] }));

        Assert.Contains("ERROR_DISK_FULL is 113; C disagrees", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_struct_without_a_C_name_is_found() =>
        Assert.Throws<InvalidOperationException>(() => Facts.Of(typeof(Unnamed)).Count());

    private enum WrongErrno
    {
        EPERM = 1,
        EINTR = 5,
    }

    private enum UnknownErrno
    {
        EFERRITE = 1,
    }

    private enum WrongWin32Error
    {
        ERROR_DISK_FULL = 113,
    }

    private record struct Unnamed(int Value);

    private static partial class WrongCalls
    {
        [LibraryImport("libc", EntryPoint = "fsync")]
        internal static partial int FSync(long file);
    }
}
