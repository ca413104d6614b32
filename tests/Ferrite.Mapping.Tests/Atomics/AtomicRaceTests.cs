using System.Numerics;

namespace Ferrite.Mapping.Tests.Atomics;

/// <summary>Threads on the same words: no operation undoes another's.</summary>
public sealed class AtomicRaceTests : FileTests
{
    private const int Threads = 4;
    private const int Words = 512;
    private const int Rounds = 200;
    private const int Flips = 500_000;

    [Fact]
    public void Ints() => Race<int>();

    [Fact]
    public void Longs() => Race<long>();

    private void Race<T>()
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        using MappedFile file = MappedFile.Create(PathOf(), 3 * Words * sizeof(long));
        using var turn = new Barrier(Threads);
        Task[] tasks = [.. Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () => RunAndLeave<T>(file, thread, turn), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WaitAll(tasks);
    }

    /// <summary>One that fails doesn't keep the others waiting.</summary>
    private static void RunAndLeave<T>(MappedFile file, int thread, Barrier turn)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        try
        {
            Run<T>(file, thread, turn);
        }
        finally
        {
            turn.RemoveParticipant();
        }
    }

    private static void Run<T>(MappedFile file, int thread, Barrier turn)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        turn.SignalAndWait();
        Flip(file.GetAtomic<T>(0), T.One << thread);
        for (int round = 0; round < Rounds; round++)
        {
            turn.SignalAndWait();
            for (int i = 0; i < Words; i++)
            {
                Word<T>(file, 1, i).Max(T.CreateChecked(Number(thread, round, i)));
                Word<T>(file, 2, i).Min(T.CreateChecked(-Number(thread, round, i)));
            }

            turn.SignalAndWait();
            if (thread == 0)
            {
                for (int i = 0; i < Words; i++)
                {
                    int most = Enumerable.Range(0, Threads).Max(other => Number(other, round, i));
                    Assert.Equal(T.CreateChecked(most), Word<T>(file, 1, i).Exchange(T.Zero));
                    Assert.Equal(T.CreateChecked(-most), Word<T>(file, 2, i).Exchange(T.Zero));
                }
            }
        }
    }

    /// <summary>A bit that is this thread's alone, of a word that is everybody's: nobody else changes it.</summary>
    private static void Flip<T>(AtomicRef<T> word, T mine)
        where T : unmanaged, IBinaryInteger<T>
    {
        int lost = 0;
        for (int i = 0; i < Flips; i++)
        {
            lost += (word.Or(mine) & mine) == mine && (word.Load() & mine) == mine ? 0 : 1;
            lost += (word.And(~mine) & mine) == T.Zero && (word.Load() & mine) == T.Zero ? 0 : 1;
        }

        Assert.Equal(0, lost);
    }

    private static int Number(int thread, int round, int word) => ((thread + 1) * (round + 7) * (word + 13) * 7919) & 0xFFFF;

    private static AtomicRef<T> Word<T>(MappedFile file, int kind, int index)
        where T : unmanaged => file.GetAtomics<T>(kind * Words * sizeof(long), Words)[index];
}
