using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults.Signals;

public sealed class GuardTests
{
    [NeedsFact(Needs.Linux | Needs.FaultGuard)]
    public void A_lost_page_is_an_exception() => ChildProcess.Run(ReadLostPage).AssertSucceeded();

    private static void ReadLostPage(string[] arguments) => AssertGuards();

    /// <summary>Opens a mapping, which is when other handlers are noticed, cuts the file, reads what is gone.</summary>
    internal static void AssertGuards()
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        cut.CutToPages(1);
        Assert.Throws<MappedFileFaultException>(() => mapped.Read<int>(2 * CutFile.PageSize));
    }
}
