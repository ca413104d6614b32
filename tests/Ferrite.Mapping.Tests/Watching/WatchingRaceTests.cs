using Ferrite.Mapping.Internal.Watching;

namespace Ferrite.Mapping.Tests.Watching;

/// <summary>Watches that begin and end on many threads, while files change all the time.</summary>
public sealed class WatchingRaceTests : WatchingTests
{
    private const int Threads = 4;
    private const int Rounds = 40;

    private string? _failure;
    private int _calls;

    [Fact]
    public void Nothing_is_reported_after_Dispose_whoever_disposes_what()
    {
        bool done = false;
        string path = OldFile();
        string other = OldFile("other");
        var writer = new Thread(() =>
        {
            for (int i = 0; !Volatile.Read(ref done); i++)
            {
                WriteByte(path, i % 10);
                Append(other, 1);
                if (i % 10 == 0)
                {
                    File.Move(other, PathOf("moved"));
                    File.Move(PathOf("moved"), other);
                }
            }
        });
        writer.Start();
        Thread[] watchers = [.. Enumerable.Range(0, Threads).Select(number => new Thread(() => Watch(number, path, other)))];
        Array.ForEach(watchers, static thread => thread.Start());
        Array.ForEach(watchers, static thread => thread.Join());
        Volatile.Write(ref done, true);
        writer.Join();

        Assert.Null(_failure);
        Assert.NotEqual(0, _calls);
        Assert.Equal(0, DirectoryWatcher.Count);
    }

    private void Watch(int number, string path, string other)
    {
        var random = new Random(number);
        for (int round = 0; round < Rounds && _failure is null; round++)
        {
            bool disposed = false;
            MappedFile file;
            try
            {
                file = MappedFile.Open(random.Next(2) == 0 ? path : other);
            }
            catch (FileNotFoundException)
            {
                // The moment between its two names.
                continue;
            }

            int inside = 0;
            void OnChange(FileChange change)
            {
                if (Volatile.Read(ref disposed))
                {
                    _failure = "a callback after Dispose";
                }

                if (Interlocked.Increment(ref inside) != 1)
                {
                    _failure = "two callbacks of one file at a time";
                }

                Thread.Yield();
                Interlocked.Increment(ref _calls);
                Interlocked.Decrement(ref inside);
            }

            TimeSpan poll = TimeSpan.FromMilliseconds(1 + random.Next(20));
            IDisposable[] watches = [.. Enumerable.Range(0, 3).Select(_ => random.Next(2) == 0 ? file.Watch(OnChange) : file.Watch(OnChange, poll))];
            for (int spins = random.Next(60_000); spins > 0; spins--)
            {
                Thread.SpinWait(20);
            }

            if (random.Next(2) == 0)
            {
                Parallel.ForEach(watches, static watch => watch.Dispose());
                disposed = true;
                file.Dispose();
            }
            else
            {
                Parallel.Invoke(file.Dispose, watches[0].Dispose);
                disposed = true;
            }
        }
    }
}
