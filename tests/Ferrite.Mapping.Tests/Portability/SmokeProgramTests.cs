using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Portability;

public sealed class SmokeProgramTests
{
    /// <summary>The same program that runs under Wine (tests/Ferrite.Windows.Smoke/run-under-wine).</summary>
    [Fact]
    public void The_program_that_is_run_on_Windows_finds_nothing_wrong_here()
    {
        string output = Tool.Run("dotnet", Path.Combine(AppContext.BaseDirectory, "Ferrite.Windows.Smoke.dll"), "500");

        Assert.Matches(@"^ok    \w+", output.Split('\n')[1]);
        Assert.EndsWith(" passed, 0 failed", output.TrimEnd(), StringComparison.Ordinal);
    }
}
