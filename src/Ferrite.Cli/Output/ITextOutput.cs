namespace Ferrite.Cli.Output;

/// <summary>Lines of text, for a terminal or for whatever reads a pipe.</summary>
internal interface ITextOutput
{
    /// <summary>Columns of the terminal; null where lines may have any length.</summary>
    int? Width { get; }

    /// <summary>Whether characters beyond ASCII can be shown.</summary>
    bool IsUnicode { get; }

    /// <summary>Columns that the text takes.</summary>
    int Measure(string text);

    void WriteLine(params ReadOnlySpan<Piece> pieces);

    void Flush();
}
