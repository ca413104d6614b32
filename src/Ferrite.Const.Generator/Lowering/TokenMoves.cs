using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>Where the tokens of a file went when only what is between them changed.</summary>
internal sealed class TokenMoves
{
    private readonly Dictionary<int, int> _starts = [];
    private readonly Dictionary<int, int> _ends = [];
    private readonly TextLineCollection _lines;

    public TokenMoves(SyntaxTree before, SyntaxTree after, CancellationToken cancellation)
    {
        using IEnumerator<SyntaxToken> old = before.GetRoot(cancellation).DescendantTokens().GetEnumerator(), now = after.GetRoot(cancellation).DescendantTokens().GetEnumerator();
        while (old.MoveNext() && now.MoveNext())
        {
            _starts[old.Current.SpanStart] = now.Current.SpanStart;
            _ends[old.Current.Span.End] = now.Current.Span.End;
        }

        _lines = after.GetText(cancellation).Lines;
    }

    public MethodPosition Apply(MethodPosition position)
    {
        int start = _starts[position.Start];
        var spans = new TextSpan[position.Spans.Count];
        int last = start;
        for (int i = 0; i < spans.Length; i++)
        {
            TextSpan span = position.Spans[i];
            int from = _starts[position.Start + span.Start], to = Math.Max(_ends[position.Start + span.End], from);
            spans[i] = new TextSpan(from - start, to - from);
            last = Math.Max(last, to);
        }

        int first = _lines.IndexOf(start);
        var starts = new int[_lines.IndexOf(last) - first + 1];
        for (int i = 0; i < starts.Length; i++) starts[i] = _lines[first + i].Start - start;
        return new MethodPosition(position.Key, position.Path, start, first, new EquatableArray<int>(starts), new EquatableArray<TextSpan>(spans));
    }
}
