using Microsoft.Win32.SafeHandles;
using Xunit.Abstractions;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>
/// Four threads at a file through every kind of access, while two others dispose it, open it anew, resize it and refresh it: no crash,
/// right bytes or an exception, and no write is lost that did not throw.
/// </summary>
public sealed class UseAfterDisposeTests(ITestOutputHelper output) : FileTests(MemoryRoot)
{
    private const int Disturbers = 2;

    /// <summary>How many accesses of a thread let the disturbers take another turn.</summary>
    private const int AccessesATurn = 2_000;

    [Fact]
    public void Accesses_end_in_right_bytes_or_an_exception_whatever_is_done_to_the_file()
    {
        string path = PathOf();
        File.WriteAllBytes(path, Layout.Content);
        using SafeFileHandle disk = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = new Target(path);
        using var turns = new SemaphoreSlim(0);
        using var crew = new Crew();
        int seed = Random.Shared.Next(1 << 20);
        Accessor[] accessors = [.. Enumerable.Range(0, Layout.Threads).Select(i => new Accessor(i, new Slot(disk, Layout.Slot(i)), seed, longOneIn: 1000))];
        long most = Setting.Accesses / Layout.Threads;

        crew.Start(Layout.Threads, index =>
        {
            Accessor accessor = accessors[index];
            var judge = new SafePart();
            var random = new Random(seed + index);
            for (long next = AccessesATurn; accessor.Accesses < most && !crew.IsStopping;)
            {
                // Exceptions take their time: most accesses go where they need not be refused.
                accessor.Run(target.File, random.Next(64) == 0 ? Layout.Most : Layout.Safe, judge);
                if (accessor.Accesses >= next)
                {
                    turns.Release();
                    next += AccessesATurn;
                }
            }
        });
        using var disturbing = new Crew();
        disturbing.Start(Disturbers, index =>
        {
            var random = new Random(seed + index);
            while (true)
            {
                turns.Wait(disturbing.Stopping);
                target.Disturb(random);
            }
        });
        crew.Join();
        disturbing.Stop();
        disturbing.Join();

        long accesses = accessors.Sum(static accessor => accessor.Accesses);
        output.WriteLine($"{accesses} accesses, {accessors.Sum(static accessor => accessor.Refusals)} refused, {target} (seed {seed})");
        Assert.True(accesses >= Setting.Accesses);
    }

    /// <summary>The file that everybody uses, and what can happen to it.</summary>
    private sealed class Target(string path) : IDisposable
    {
        private readonly Lock _gate = new();
        private volatile MappedFile _file = Open(path);
        private int _disposed, _resized, _refreshed, _unmapped;

        internal MappedFile File => _file;

        internal void Disturb(Random random)
        {
            try
            {
                switch (random.Next(4))
                {
                    case 0:
                        Replace();
                        break;
                    case 1:
                        _file.Refresh();
                        Interlocked.Increment(ref _refreshed);
                        break;
                    default:
                        _file.Resize(random.Next(Layout.Safe, Layout.Most + 1));
                        Interlocked.Increment(ref _resized);
                        break;
                }
            }
            catch (ObjectDisposedException)
            {
                // By the other one.
            }
        }

        public void Dispose() => _file.Dispose();

        public override string ToString() => $"{_disposed} times disposed, {_unmapped} unmapped, {_resized} resized, {_refreshed} refreshed";

        /// <summary>One at a time: of two mappings at once, one would cut the other.</summary>
        private void Replace()
        {
            lock (_gate)
            {
                if ((++_disposed & 3) == 0)
                {
                    _unmapped++;
                    _file = MappedFile.FromHandle(_file.Unmap(), new MappedFileOptions { Mode = MapMode.ReadWrite });
                }
                else
                {
                    _file.Dispose();
                    _file = Open(path);
                }
            }
        }

        private static MappedFile Open(string path) => MappedFile.Open(path, MapMode.ReadWrite);
    }
}
