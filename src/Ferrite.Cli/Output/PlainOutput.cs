namespace Ferrite.Cli.Output;

/// <summary>No colours, no width.</summary>
internal sealed class PlainOutput(TextWriter writer, bool unicode) : ITextOutput
{
    public int? Width => null;

    public bool IsUnicode { get; } = unicode;

    public int Measure(string text) => text.Length;

    public void WriteLine(params ReadOnlySpan<Piece> pieces)
    {
        foreach (Piece piece in pieces)
        {
            writer.Write(piece.Text);
        }

        writer.WriteLine();
    }

    public void Flush() => writer.Flush();
}
