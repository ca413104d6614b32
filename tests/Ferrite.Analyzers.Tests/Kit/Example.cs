using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Analyzers.Tests.Kit;

/// <summary>C# with <c>[|…|]</c> around what a rule should report.</summary>
internal sealed record Example(string Source, IReadOnlyList<TextSpan> Spans)
{
    internal static Example Parse(string marked)
    {
        var spans = new List<TextSpan>();
        string source = marked;
        while (source.IndexOf("[|", StringComparison.Ordinal) is >= 0 and int start)
        {
            int end = source.IndexOf("|]", start, StringComparison.Ordinal);
            spans.Add(TextSpan.FromBounds(start, end - 2));
            source = string.Concat(source.AsSpan(0, start), source.AsSpan(start + 2, end - start - 2), source.AsSpan(end + 2));
        }

        return new Example(source, spans);
    }
}
