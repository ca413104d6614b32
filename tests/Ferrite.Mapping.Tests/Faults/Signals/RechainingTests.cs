using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults.Signals;

/// <summary>Libraries that install their handlers again and again, each keeping as its predecessor whom it found there.</summary>
public sealed class RechainingTests
{
    private const int SIGBUS = 7;

    /// <param name="order">A, B: that library installs its handler. F: a mapping is opened, which puts the guard in front.</param>
    [NeedsTheory(Needs.Linux | Needs.FaultGuard | Needs.CCompiler)]
    [InlineData("AF")]
    [InlineData("FA")]
    [InlineData("FAF")]
    [InlineData("FAFAF")]
    [InlineData("AFAFA")]
    [InlineData("FABF")]
    [InlineData("FAFBFAFBF")]
    [InlineData("AFBFAFBFAB")]
    [InlineData("FABFABFBA")]
    [InlineData("FAFAFAFAFAFAFAFAFAFAFAFAFAFAFAFAFAFAFAFAFAFA")]
    public void Ends_in_the_default_action_and_not_in_a_loop(string order)
    {
        using var directory = new TempDirectory();
        ChildOutcome outcome = ChildProcess.Run(
            new ChildOptions { Timeout = TimeSpan.FromSeconds(30) }, Rechain, BusHandlers.Compile(directory), order);

        Assert.Equal(SIGBUS, outcome.Signal);
        Assert.Equal(["guards", "mends"], outcome.Lines);
    }

    private static void Rechain(string[] arguments)
    {
        BusHandlers a = BusHandlers.LoadCopy(arguments[0], ".a");
        BusHandlers b = BusHandlers.LoadCopy(arguments[0], ".b");
        foreach (char step in arguments[1])
        {
            switch (step)
            {
                case 'A':
                    a.Install();
                    break;
                case 'B':
                    b.Install();
                    break;
                default:
                    GuardTests.AssertGuards();
                    break;
            }
        }

        // In whatever order: each still gets its own.
        GuardTests.AssertGuards();
        Console.WriteLine("guards");
        if (arguments[1].Contains('A', StringComparison.Ordinal))
        {
            a.TouchOwnHole();
        }

        if (arguments[1].Contains('B', StringComparison.Ordinal))
        {
            b.TouchOwnHole();
        }

        Console.WriteLine("mends");
        a.TouchForeignHole();
    }
}
