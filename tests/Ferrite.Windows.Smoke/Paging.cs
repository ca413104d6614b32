using Ferrite.Mapping;

namespace Ferrite.Windows.Smoke;

internal static class Paging
{
    private const int Length = 100_000;

    internal static void Advice_of_every_kind_changes_no_byte(string path)
    {
        using MappedFile file = Filled(path);
        foreach (MemoryAdvice advice in Enum.GetValues<MemoryAdvice>())
        {
            file.Advise(0, Length, advice);
            file.Advise(4_097, 10_000, advice);
            file.Advise(Length, 0, advice);
            Check.Throws<ArgumentOutOfRangeException>(() => file.Advise(1, Length, advice));
        }

        file.Prefetch(3, 50_000);
        file.Touch(3, 50_000);
        file.Evict(3, 50_000);
        AssertFilled(file);
    }

    internal static void Advice_that_would_lose_or_make_writes_is_refused(string path)
    {
        Filled(path).Dispose();
        using (var copy = MappedFile.Open(path, MapMode.CopyOnWrite))
        {
            Check.Throws<NotSupportedException>(() => copy.Advise(0, Length, MemoryAdvice.DontNeed));
            Check.Throws<NotSupportedException>(() => copy.Evict(0, Length));
            copy.Advise(0, Length, MemoryAdvice.PopulateWrite);
            AssertFilled(copy);
        }

        using var reader = MappedFile.Open(path);
        Check.Throws<NotSupportedException>(() => reader.Advise(0, Length, MemoryAdvice.PopulateWrite));
        reader.Evict(0, Length);
        AssertFilled(reader);
    }

    internal static void Locked_pages_are_resized_refreshed_and_unlocked(string path)
    {
        using MappedFile file = Filled(path);
        file.Lock(10_000, 20_000);
        file.Advise(0, Length, MemoryAdvice.DontNeed);
        file.Refresh();
        file.Resize(2 * Length);
        file.Resize(Length);
        file.Unlock(10_000, 5_000);
        file.LockAll();
        file.Resize(Length + 50_000);
        file.Resize(Length);
        file.UnlockAll();
        file.UnlockAll();
        AssertFilled(file);
    }

    internal static void Touching_tells_how_far_it_is(string path)
    {
        using MappedFile file = MappedFile.Create(path, 40 << 20);
        var progress = new Progress();
        file.Touch(0, file.Length, progress);
        Check.Equal(3, progress.Reports);
        Check.Equal(file.Length, progress.Last);
    }

    internal static void Prefaulted_files_are_files(string path)
    {
        Filled(path).Dispose();
        foreach (Prefault prefault in Enum.GetValues<Prefault>())
        {
            using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Mode = MapMode.ReadWrite, Prefault = prefault });
            file.Refresh();
            AssertFilled(file);
        }
    }

    internal static void Huge_pages_are_had_or_said_not_to_be(string path)
    {
        using (MappedFile file = MappedFile.Create(path, Length, new MappedFileOptions { HugePages = HugePages.Prefer }))
        {
            file.Write(Length - 8, 42L);
            Check.That(OperatingSystem.IsLinux() || !file.HugePagesInUse);
        }

        if (!OperatingSystem.IsLinux())
        {
            Check.Throws<PlatformNotSupportedException>(() => MappedFile.Open(path, new MappedFileOptions { HugePages = HugePages.Require }));
        }
    }

    internal static void Memory_without_a_name_is_had_or_refused(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Check.Throws<PlatformNotSupportedException>(() => MappedFile.CreateAnonymous(Length));
            return;
        }

        using MappedFile file = MappedFile.CreateAnonymous(Length, new MappedFileOptions { Capacity = 2 * Length });
        file.Write(Length - 8, 42L);
        file.Resize(2 * Length);
        Check.Equal(42L, file.Read<long>(Length - 8));
    }

    private static MappedFile Filled(string path)
    {
        MappedFile file = MappedFile.Create(path, Length);
        using WritableMappedView view = file.GetWritableView();
        view.Span.Fill(7);
        return file;
    }

    private static void AssertFilled(MappedFile file) =>
        Check.That(file.Read(0, Length, static span => !span.ContainsAnyExcept((byte)7)));

    private sealed class Progress : IProgress<long>
    {
        internal int Reports { get; private set; }

        internal long Last { get; private set; }

        public void Report(long value)
        {
            Reports++;
            Last = value;
        }
    }
}
