using Ferrite.Mapping;

namespace Ferrite.Windows.Smoke;

internal static class Flushing
{
    internal static void Flushes_whole_and_in_part_at_both_levels(string path)
    {
        using var file = MappedFile.Create(path, 100_000);
        file.Write(50_000, 42);
        file.Flush();
        file.Flush(FlushLevel.Schedule);
        file.Flush(49_999, 3);
        file.Flush(50_000, 50_000, FlushLevel.Schedule);
        file.Flush(100_000, 0);
        Check.Throws<ArgumentOutOfRangeException>(() => file.Flush(99_999, 2));
        Check.Equal(42, BitConverter.ToInt32(Check.ReadShared(path), 50_000));
    }

    internal static void What_isnt_written_has_nothing_to_flush(string path)
    {
        File.WriteAllBytes(path, new byte[10]);
        using (var file = MappedFile.Open(path))
        {
            file.Flush();
        }

        using var copy = MappedFile.Open(path, MapMode.CopyOnWrite);
        copy.Write(0, 1);
        copy.Flush();
        Check.That(!Check.ReadShared(path).AsSpan().ContainsAnyExcept((byte)0));
    }
}
