namespace Ferrite.Rfcs.Documents;

/// <summary>A line of a document; offsets in bytes.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Start">Of its first byte.</param>
/// <param name="ContentEnd">Behind its last byte, before the line ending.</param>
/// <param name="End">Behind its line ending: CR LF, LF or CR; where the last line has none, the same as <paramref name="ContentEnd"/>.</param>
internal readonly record struct Line(int Number, int Start, int ContentEnd, int End)
{
    /// <summary>All lines from an offset on.</summary>
    internal static IEnumerable<Line> Enumerate(ReadOnlyMemory<byte> bytes, int start)
    {
        for (int number = 1; start < bytes.Length; number++)
        {
            int length = bytes.Span[start..].IndexOfAny((byte)'\n', (byte)'\r');
            int contentEnd = length < 0 ? bytes.Length : start + length;
            int end = Math.Min(contentEnd + 1, bytes.Length);
            if (end < bytes.Length && bytes.Span[contentEnd] == '\r' && bytes.Span[end] == '\n')
            {
                end++;
            }

            yield return new Line(number, start, contentEnd, end);
            start = end;
        }
    }
}
