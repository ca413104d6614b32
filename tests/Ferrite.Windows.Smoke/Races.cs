using System.Diagnostics;
using Ferrite.Mapping;

namespace Ferrite.Windows.Smoke;

/// <summary>
/// Each 8 bytes of a file hold their own offset, mixed. Up to <see cref="Never"/> the file is never cut: there, every reader must see
/// that and nothing else; behind it, that or zero.
/// </summary>
internal static class Races
{
    private const int Readers = 4;
    private const int Never = 256 << 10;
    private const int Most = 1 << 20;

    internal static void Readers_and_writers_against_growth_and_Refresh(string path) => AgainstChange(path, shrink: false);

    internal static void Readers_and_writers_against_growth_Refresh_and_shrinking(string path) => AgainstChange(path, shrink: true);

    internal static void Readers_and_writers_against_Dispose(string path)
    {
        File.WriteAllBytes(path, Pattern(Never));
        long until = Deadline();
        long accesses = 0;
        int rounds = 0;
        for (; Stopwatch.GetTimestamp() < until; rounds++)
        {
            var file = MappedFile.Open(path, MapMode.ReadWrite);
            accesses += Run(
                index =>
                {
                    long count = 0;
                    try
                    {
                        for (int i = index; ; i++)
                        {
                            Use(file, i);
                            count++;
                        }
                    }
                    catch (ObjectDisposedException)
                    {
                        return count;
                    }
                },
                () =>
                {
                    Thread.SpinWait(rounds * 37 % 20_000);
                    file.Dispose();
                });
        }

        Console.WriteLine($"      {rounds} files, {accesses} accesses");
    }

    private static void AgainstChange(string path, bool shrink)
    {
        File.WriteAllBytes(path, Pattern(Never));
        using var file = MappedFile.Open(path, MapMode.ReadWrite);
        long until = Deadline();
        int changes = 0;
        bool stop = false;
        long accesses = Run(
            index =>
            {
                long count = 0;
                for (int i = index; !Volatile.Read(ref stop); i++)
                {
                    Use(file, i);
                    count++;
                }

                return count;
            },
            () =>
            {
                try
                {
                    var random = new Random(1);
                    for (long length = Never; Stopwatch.GetTimestamp() < until; changes++)
                    {
                        length = shrink ? random.Next(Never, Most) : Math.Min(length + random.Next(9000), Most * 64L);
                        file.Resize(length);
                        Check.Equal(length, file.Length);
                        if (changes % 3 == 0)
                        {
                            file.Refresh();
                        }
                    }
                }
                finally
                {
                    Volatile.Write(ref stop, true);
                }
            });
        Console.WriteLine($"      {changes} changes, {accesses} accesses");
    }

    /// <summary>One access of some kind, checked.</summary>
    private static void Use(MappedFile file, int i)
    {
        long offset = (uint)i * 2654435761L % (Never - 4096) & ~7L;
        string? wrong = null;
        switch (i % 7)
        {
            case 0:
                Check.Equal(Mix(offset), file.Read<long>(offset));
                break;
            case 1:
                file.Write(offset, Mix(offset));
                file.Write(offset, BitConverter.GetBytes(Mix(offset)));
                break;
            case 2:
                Span<byte> copy = stackalloc byte[4096];
                file.CopyTo(offset, copy);
                wrong = Wrong(copy, offset);
                break;
            case 3:
                wrong = file.Read(offset, 4096, offset, static (span, offset) => Wrong(span, offset));
                break;
            case 4:
                using (MappedView view = file.GetView(offset, 4096))
                {
                    wrong = Wrong(view.Span, offset);
                }

                break;
            case 5:
                using (WritableMappedView view = file.GetWritableView(offset, 8))
                {
                    view.Write(0, Mix(offset));
                }

                break;
            case 6:
                wrong = UseWhole(file, offset);
                break;
            default:
                long start = 0;
                foreach (ReadOnlySpan<byte> chunk in file.Chunks(4096))
                {
                    wrong ??= Wrong(chunk, start);
                    start += chunk.Length;
                    if (start >= 32 << 10)
                    {
                        break;
                    }
                }

                break;
        }

        // Of a disposed file the bytes may be zeros, but then the access has thrown.
        Check.That(wrong is null, wrong);
    }

    private static string? UseWhole(MappedFile file, long offset)
    {
        try
        {
            using MappedView view = file.GetView();
            Check.That(view.Length >= Never);
            return Wrong(view.Slice(offset, 4096).Span, offset);
        }
        catch (MappedFileFaultException) when (!OperatingSystem.IsWindows())
        {
            // A shrink took what lay behind.
            return null;
        }
    }

    private static string? Wrong(ReadOnlySpan<byte> bytes, long offset)
    {
        for (int i = 0; i + 8 <= bytes.Length; i += 8)
        {
            long value = BitConverter.ToInt64(bytes[i..]);
            if (value != Mix(offset + i))
            {
                return $"{value:x} at {offset + i}";
            }
        }

        return null;
    }

    private static byte[] Pattern(int length)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i += 8)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(i), Mix(i));
        }

        return bytes;
    }

    private static long Mix(long offset) => (offset + 1) * -7046029254386353131L;

    private static long Deadline() => Stopwatch.GetTimestamp() + (Check.RaceMilliseconds * Stopwatch.Frequency / 1000);

    /// <summary>Runs the readers while the change runs here; the sum of what they counted, or what one of them failed with.</summary>
    private static long Run(Func<int, long> reader, Action change)
    {
        Task<long>[] readers = [.. Enumerable.Range(0, Readers).Select(index =>
            Task.Factory.StartNew(() => reader(index * 1_000_003), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        change();
        return readers.Sum(static task => task.GetAwaiter().GetResult());
    }
}
