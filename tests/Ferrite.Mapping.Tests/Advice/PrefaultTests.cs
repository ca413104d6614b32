using Ferrite.Mapping.Internal;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Advice;

public sealed class PrefaultTests : FileTests
{
    private static readonly int Page = MappedFile.PageSize;

    [NeedsFact(Needs.Linux)]
    public void Eager_maps_every_page_before_opening_returns()
    {
        string path = FileOf(100 * Page);

        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Prefault = Prefault.Eager });

        Assert.Equal(100 * Page, Pages.Sum("Rss", file));
        file.Refresh();
        Assert.Equal(100 * Page, Pages.Sum("Rss", file));
    }

    [NeedsFact(Needs.Linux)]
    public void Eager_maps_every_page_of_a_mapping_that_moved()
    {
        using MappedFile file = MappedFile.Create(PathOf(), 10 * Page, new MappedFileOptions { Prefault = Prefault.Eager });

        file.Resize(100 * Page);

        Assert.Equal(100 * Page, Pages.Sum("Rss", file));
    }

    [NeedsFact(Needs.LoopDevice | Needs.FaultGuard)]
    public void Eager_fails_to_open_where_a_page_can_not_be_had_and_leaves_nothing_open()
    {
        ChildProcess.Run(OpenOnLostDevice).AssertSucceeded();
    }

    [NeedsFact(Needs.Linux)]
    public void Background_maps_every_page_in_time()
    {
        string path = FileOf(1000 * Page);

        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Prefault = Prefault.Background });

        AssertComes(() => Pages.Sum("Rss", file) == 1000 * Page);
        file.Refresh();
        AssertComes(() => Pages.Sum("Rss", file) == 1000 * Page);
    }

    [Fact]
    public void Background_stops_when_the_file_is_disposed()
    {
        MappedFile file = MappedFile.Open(SparseFile(100 << 20), new MappedFileOptions { Mode = MapMode.ReadWrite });
        using var calls = new HeldCalls(Region(file));
        calls.WaitForOne();

        file.Dispose();
        calls.Release();

        AssertComes(() => calls.HasEnded);
        Assert.Equal(1, calls.Count);
    }

    [Fact]
    public void Background_does_not_keep_a_dropped_file_alive()
    {
        int regions = Volatile.Read(ref Census.Regions);
        using HeldCalls calls = DropWhilePrefaulting();
        calls.WaitForOne();

        AssertComes(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return Volatile.Read(ref Census.Regions) == regions;
        });
        Assert.False(calls.HasEnded);
        calls.Release();

        AssertComes(() => calls.HasEnded);
        Assert.Equal(1, calls.Count);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private HeldCalls DropWhilePrefaulting()
    {
        MappedFile dropped = MappedFile.Open(SparseFile(100 << 20));
        return new HeldCalls(Region(dropped));
    }

    private static void AssertComes(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(60)));

    private static Region Region(MappedFile file) => (Region)typeof(MappedFile)
        .GetField("_region", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(file)!;

    private static void OpenOnLostDevice(string[] arguments)
    {
        using var volume = SmallFileSystem.Ext4(8 << 20);
        File.WriteAllBytes(volume.File(), Bytes.Of(64 * Page));
        Tool.Run("sync");
        PageCache.Evict(volume.File());
        volume.LoseDevice();

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(
            () => MappedFile.Open(volume.File(), new MappedFileOptions { Prefault = Prefault.Eager }));

        Assert.Equal(FaultCause.DeviceError, fault.Cause);
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries("/proc/self/fd"), entry => string.Equals(new FileInfo(entry).LinkTarget, volume.File(), StringComparison.Ordinal));
        Assert.DoesNotContain(MapEntry.ReadAll(), entry => string.Equals(entry.Path, volume.File(), StringComparison.Ordinal));
    }

    /// <summary>A prefaulter whose every call waits.</summary>
    private sealed class HeldCalls : IDisposable
    {
        private readonly ManualResetEventSlim _entered = new();
        private readonly ManualResetEventSlim _released = new();
        private readonly Prefaulter _prefaulter;
        private int _count;

        internal HeldCalls(Region region) => _prefaulter = Prefaulter.Start(region, Hold);

        internal int Count => Volatile.Read(ref _count);

        internal bool HasEnded => _prefaulter.HasEnded;

        public void Dispose()
        {
            _entered.Dispose();
            _released.Dispose();
        }

        internal void WaitForOne() => Assert.True(_entered.Wait(TimeSpan.FromSeconds(60)));

        internal void Release() => _released.Set();

        private void Hold(nint address, nuint length)
        {
            Interlocked.Increment(ref _count);
            _entered.Set();
            _released.Wait(TimeSpan.FromSeconds(60));
        }
    }
}
