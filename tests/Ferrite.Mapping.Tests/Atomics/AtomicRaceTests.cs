using System.Numerics;

namespace Ferrite.Mapping.Tests.Atomics;

/// <summary>Threads on the same words, in the same order: no operation undoes another's.</summary>
public sealed class AtomicRaceTests : FileTests
{
    private const int Threads = 4;
    private const int Words = 512;
    private const int Rounds = 200;

    [Fact]
    public void Ints() => Race<int>();

    [Fact]
    public void Longs() => Race<long>();

    private void Race<T>()
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        using MappedFile file = MappedFile.Create(PathOf(), 4 * Words * sizeof(long));
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
        T mine = T.One << thread;
        for (int round = 0; round < Rounds; round++)
        {
            turn.SignalAndWait();
            for (int i = 0; i < Words; i++)
            {
                Word<T>(file, 0, i).Or(mine);
                Word<T>(file, 1, i).And(~mine);
                Word<T>(file, 2, i).Max(T.CreateChecked(Number(thread, round, i)));
                Word<T>(file, 3, i).Min(T.CreateChecked(-Number(thread, round, i)));
            }

            turn.SignalAndWait();
            if (thread == 0)
            {
                for (int i = 0; i < Words; i++)
                {
                    int most = Enumerable.Range(0, Threads).Max(other => Number(other, round, i));
                    Assert.Equal((T.One << Threads) - T.One, Word<T>(file, 0, i).Exchange(T.Zero));
                    Assert.Equal(round == 0 ? T.Zero : ~((T.One << Threads) - T.One), Word<T>(file, 1, i).Exchange(~T.Zero));
                    Assert.Equal(T.CreateChecked(most), Word<T>(file, 2, i).Exchange(T.Zero));
                    Assert.Equal(T.CreateChecked(-most), Word<T>(file, 3, i).Exchange(T.Zero));
                }
            }
        }
    }

    private static int Number(int thread, int round, int word) => ((thread + 1) * (round + 7) * (word + 13) * 7919) & 0xFFFF;

    private static AtomicRef<T> Word<T>(MappedFile file, int kind, int index)
        where T : unmanaged => file.GetAtomics<T>(kind * Words * sizeof(long), Words)[index];
}
