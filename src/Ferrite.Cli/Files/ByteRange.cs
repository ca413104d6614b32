using System.Globalization;

namespace Ferrite.Cli.Files;

/// <summary>A part of files, in bytes from their beginning: <c>1G-2G</c> begins at 1 GiB and ends before 2 GiB.</summary>
internal readonly record struct ByteRange(long Start, long End)
{
    private const string Units = "KMGTPE";

    internal static ByteRange Whole => new(0, long.MaxValue);

    /// <exception cref="FormatException">It is none.</exception>
    internal static ByteRange Parse(string text)
    {
        string[] ends = text.Split('-');
        if (ends.Length != 2 || (ends[0].Length == 0 && ends[1].Length == 0))
        {
            throw new FormatException("a range is written FROM-TO, FROM- or -TO, such as 1G-2G");
        }

        var range = new ByteRange(ends[0].Length == 0 ? 0 : ParseBytes(ends[0]), ends[1].Length == 0 ? long.MaxValue : ParseBytes(ends[1]));
        return range.Start < range.End ? range : throw new FormatException("a range ends after it begins");
    }

    /// <summary>What of it lies inside a file.</summary>
    internal (long Offset, long Length) Of(long size)
    {
        long offset = Math.Min(Start, size);
        return (offset, Math.Min(End, size) - offset);
    }

    private static long ParseBytes(string text)
    {
        int unit = Units.IndexOf(char.ToUpperInvariant(text[^1]), StringComparison.Ordinal);
        string number = unit < 0 ? text : text[..^1];
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            throw new FormatException($"'{text}' is no number of bytes, such as 4096, 64K, 1.5G");
        }

        for (int i = 0; i <= unit && value <= long.MaxValue; i++)
        {
            value *= 1024;
        }

        return value <= long.MaxValue ? (long)value : throw new FormatException($"'{text}' is more than the longest file has");
    }
}
