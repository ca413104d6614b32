using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>
/// Where a declaration's numbered positions are now, its name first: offsets relative to it, so that those of a file's other methods stay as they are.
/// Changes with every edit above it, and nothing else depends on it.
/// </summary>
internal sealed record MethodPosition(string Key, string Path, int Start, int Line, EquatableArray<int> LineStarts, EquatableArray<TextSpan> Spans)
{
    public static MethodPosition Of(string key, SyntaxNode declaration, List<TextSpan> spans)
    {
        TextSpan span = declaration.Span;
        TextLineCollection lines = declaration.SyntaxTree.GetText().Lines;
        int first = lines.IndexOf(span.Start), last = lines.IndexOf(span.End);
        var starts = new int[last - first + 1];
        for (int i = 0; i < starts.Length; i++) starts[i] = lines[first + i].Start - span.Start;
        var numbered = new TextSpan[spans.Count + 1];
        numbered[0] = Relative(NameOf(declaration), span.Start);
        for (int i = 0; i < spans.Count; i++) numbered[i + 1] = Relative(spans[i], span.Start);
        return new MethodPosition(key, declaration.SyntaxTree.FilePath, span.Start, first, new EquatableArray<int>(starts), new EquatableArray<TextSpan>(numbered));
    }

    public Location Locate(MirSpan number)
    {
        TextSpan span = Spans[number.Number < Spans.Count ? number.Number : 0];
        return Location.Create(Path, new TextSpan(Start + span.Start, span.Length), new LinePositionSpan(Position(span.Start), Position(span.End)));
    }

    private static TextSpan Relative(TextSpan span, int start) => new(span.Start - start, span.Length);

    /// <summary>The declaration's name, where what is said of the whole of it is shown.</summary>
    private static TextSpan NameOf(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier.Span,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Span,
        TypeDeclarationSyntax type => type.Identifier.Span,
        _ => declaration.GetFirstToken().Span,
    };

    private LinePosition Position(int offset)
    {
        int[] starts = LineStarts.Items;
        int line = starts.Length - 1;
        while (line > 0 && starts[line] > offset) line--;
        return new LinePosition(Line + line, Math.Max(offset - starts[line], 0));
    }
}
