using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults.Signals;

/// <summary>Handlers of other libraries, installed before the guard or after it.</summary>
public sealed class OtherHandlerTests
{
    private const Needs Native = Needs.Linux | Needs.FaultGuard | Needs.CCompiler;

    [NeedsFact(Native)]
    public void A_signal_that_was_ignored_before_stays_ignored()
    {
        using var directory = new TempDirectory();
        using ChildProcess child = ChildProcess.Start(Ignore, BusHandlers.Compile(directory));
        child.WaitFor("ready");
        Tool.Run("kill", "-BUS", $"{child.Id}");
        child.Send("go on");

        Assert.Equal(["ready", "survived"], child.WaitForExit().AssertSucceeded().Lines);
    }

    [NeedsFact(Native)]
    public void A_handler_installed_earlier_gets_its_own_and_nothing_of_ours() => RunWithLibrary(EarlierHandler).AssertSucceeded();

    [NeedsFact(Native)]
    public void A_handler_installed_later_is_noticed_at_the_next_open() => RunWithLibrary(LaterHandler).AssertSucceeded();

    [NeedsFact(Native)]
    public void A_handler_installed_earlier_gets_a_signal_that_is_not_a_lost_page() => RunWithLibrary(OtherCodes).AssertSucceeded();

    private static ChildOutcome RunWithLibrary(Action<string[]> scenario)
    {
        using var directory = new TempDirectory();
        return ChildProcess.Run(scenario, BusHandlers.Compile(directory));
    }

    private static void Ignore(string[] arguments)
    {
        BusHandlers.Load(arguments[0]).Ignore();
        GuardTests.AssertGuards();
        Console.WriteLine("ready");
        Console.ReadLine();
        GuardTests.AssertGuards();
        Console.WriteLine("survived");
    }

    private static void EarlierHandler(string[] arguments)
    {
        BusHandlers library = BusHandlers.Load(arguments[0]);
        library.Install();
        GuardTests.AssertGuards();
        Assert.Equal(0, library.Seen);
        library.TouchOwnHole();
        Assert.Equal(1, library.Seen);
        GuardTests.AssertGuards();
        Assert.Equal(1, library.Seen);
    }

    private static void LaterHandler(string[] arguments)
    {
        GuardTests.AssertGuards();
        BusHandlers library = BusHandlers.Load(arguments[0]);
        library.InstallAlone();
        GuardTests.AssertGuards();
        Assert.Equal(0, library.Seen);
        library.TouchOwnHole();
        Assert.Equal(1, library.Seen);
    }

    private static void OtherCodes(string[] arguments)
    {
        const int BUS_ADRALN = 1;
        BusHandlers library = BusHandlers.Load(arguments[0]);
        library.InstallAlone();
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        // SAFETY: the address is only a number in a made-up siginfo; nobody reads what is there.
        unsafe
        {
            library.Send(BUS_ADRALN, (nint)mapped.DangerousGetPointer());
        }

        Assert.Equal(1, library.Seen);
        Assert.False(mapped.IsFaulted);
    }
}
