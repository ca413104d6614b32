using System.Diagnostics;
using System.Runtime.InteropServices;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// State that two processes share, and take turns at, sleeping in between (Linux):
/// <c>dotnet run --project samples -- shared-state /dev/shm/state</c>
/// </summary>
internal static class SharedState
{
    private const int Rounds = 1000;

    // Whose turn it is, then, in a cache line of its own, the state.
    private const long Turn = 0;
    private const long State = 64;

    // The turns.
    private const int Ours = 0;
    private const int Others = 1;
    private const int Done = 2;

    internal static int Run(string path)
    {
        using MappedFile file = MappedFile.Create(path, length: 4096);
        using Process other = OtherProcess.Start("shared-state", path, "other");
        for (int i = 1; i <= Rounds; i++)
        {
            if (!WaitWhile(file, Others, other))
            {
                return 1;
            }

            Position before = file.Read<Position>(State);
            file.Write(State, before with { X = before.X + 1 });
            Pass(file, Others);
        }

        if (!WaitWhile(file, Others, other))
        {
            return 1;
        }

        Console.WriteLine(file.Read<Position>(State));
        Pass(file, Done);
        other.WaitForExit();
        return other.ExitCode;
    }

    internal static int RunOther(string path)
    {
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        while (WaitWhile(file, Ours, other: null) && file.GetAtomic<int>(Turn).Load() == Others)
        {
            Position before = file.Read<Position>(State);
            file.Write(State, before with { Y = before.Y + 10 });
            Pass(file, Ours);
        }

        return 0;
    }

    /// <summary>False if the other process has died meanwhile: nobody would ever pass the turn.</summary>
    private static bool WaitWhile(MappedFile file, int turn, Process? other)
    {
        AtomicRef<int> word = file.GetAtomic<int>(Turn);
        while (word.Load() == turn)
        {
            // Sleeps until somebody wakes us, in whatever process. It may return early, so the value is looked at again.
            bool woken = word.Wait(turn, TimeSpan.FromSeconds(1));
            if (!woken && other is { HasExited: true })
            {
                return false;
            }
        }

        return true;
    }

    private static void Pass(MappedFile file, int turn)
    {
        AtomicRef<int> word = file.GetAtomic<int>(Turn);
        // What was written before is seen by whoever sees this.
        word.Store(turn);
        word.Wake();
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Position(long X, long Y);
}
