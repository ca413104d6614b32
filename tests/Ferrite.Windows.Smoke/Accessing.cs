using System.Runtime.Intrinsics;
using Ferrite.Mapping;

namespace Ferrite.Windows.Smoke;

internal static class Accessing
{
    internal static void Scalars_of_every_size_at_every_alignment_and_at_the_end(string path)
    {
        using var file = MappedFile.Create(path, 9000);
        for (long offset = 4080; offset < 4112; offset++)
        {
            file.Write(offset, (byte)offset);
            Check.Equal((byte)offset, file.Read<byte>(offset));
            file.Write(offset, offset);
            Check.Equal(offset, file.Read<long>(offset));
            file.Write(offset, (decimal)offset);
            Check.Equal((decimal)offset, file.Read<decimal>(offset));
        }

        file.Write(9000 - sizeof(long), -1L);
        Check.Equal(-1L, file.Read<long>(9000 - sizeof(long)));
        var large = new Large(Vector512.Create(1L), Vector512.Create(2L));
        file.Write(101, large);
        Check.Equal(large, file.Read<Large>(101));
    }

    internal static void What_lies_outside_is_refused_whatever_the_numbers(string path)
    {
        using var file = MappedFile.Create(path, 100);
        foreach (long offset in (long[])[97, 100, 101, -1, long.MaxValue, long.MinValue, long.MaxValue - 3])
        {
            Check.Throws<ArgumentOutOfRangeException>(() => file.Read<int>(offset));
            Check.Throws<ArgumentOutOfRangeException>(() => file.Write(offset, 1));
            Check.Throws<ArgumentOutOfRangeException>(() => file.CopyTo(offset, new byte[4]));
            Check.Throws<ArgumentOutOfRangeException>(() => file.Write(offset, new byte[4]));
            Check.Throws<ArgumentOutOfRangeException>(() => file.GetView(offset, 4).Dispose());
            Check.Throws<ArgumentOutOfRangeException>(() => file.GetWritableView(offset, 4).Dispose());
            Check.Throws<ArgumentOutOfRangeException>(() => file.Read(offset, 4, span => span.Length));
            Check.Throws<ArgumentOutOfRangeException>(() => file.Flush(offset, 4));
        }

        Check.Throws<ArgumentOutOfRangeException>(() => file.GetView(50, -1).Dispose());
        Check.Throws<ArgumentOutOfRangeException>(() => file.GetView(50, long.MaxValue).Dispose());
        file.CopyTo(100, []);
    }

    internal static void Copies_and_code_run_over_the_bytes(string path)
    {
        byte[] bytes = new byte[3 << 20];
        new Random(1).NextBytes(bytes);
        using var file = MappedFile.Create(path, bytes.Length);
        file.Write(0, bytes);
        byte[] back = new byte[bytes.Length - 7];
        file.CopyTo(7, back);
        Check.That(back.AsSpan().SequenceEqual(bytes.AsSpan(7)));
        Check.That(file.Read(7, back.Length, span => span.SequenceEqual(bytes.AsSpan(7))));
        Check.That(file.Read(0, bytes.Length, (ReadOnlySpan<byte>)bytes, static (span, state) => span.SequenceEqual(state)));
        Check.Throws<InvalidOperationException>(() => file.Read<int>(0, 1, _ => throw new InvalidOperationException()));
        Check.That(Check.ReadShared(path).AsSpan().SequenceEqual(bytes));
    }

    internal static void Writes_through_the_OS_are_seen(string path)
    {
        using var file = MappedFile.Create(path, 1000);
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            stream.WriteByte(200);
        }

        Check.Equal((byte)200, file.Read<byte>(0));
    }

    internal static void Past_2_and_4_GiB(string path)
    {
        const long Length = (5L << 30) + 17;
        using var file = MappedFile.Create(path, Length);
        foreach (long offset in (long[])[0, int.MaxValue, 1L << 31, uint.MaxValue, 1L << 32, Length - 8])
        {
            file.Write(offset, ~offset);
            Check.Equal(~offset, file.Read<long>(offset));
            using MappedView view = file.GetView(offset, 8);
            Check.Equal(~offset, view.Read<long>(0));
            Check.Equal(offset, view.Offset);
        }

        using MappedView whole = file.GetView();
        Check.Equal(Length, whole.Length);
        try
        {
            _ = whole.Span;
            Check.That(false, "no span is that long");
        }
        catch (InvalidOperationException)
        {
            Check.Equal(~(1L << 32), whole.Slice(1L << 32, 8).Read<long>(0));
        }
    }

    private readonly record struct Large(Vector512<long> First, Vector512<long> Last);
}
