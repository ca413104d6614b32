using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ferrite.Cli.Output;

/// <summary>A terminal, with the colours that it has; none at all where NO_COLOR is set.</summary>
internal sealed class TerminalOutput : ITextOutput
{
    private readonly TextWriter _writer;
    private readonly IAnsiConsole _console;

    internal TerminalOutput(TextWriter writer, bool unicode)
    {
        _writer = writer;
        IsUnicode = unicode;
        bool plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new TerminalDevice(writer),
        });
    }

    public int? Width => _console.Profile.Width;

    public bool IsUnicode { get; }

    public int Measure(string text) => Segment.CellCount([new Segment(text)]);

    public void WriteLine(params ReadOnlySpan<Piece> pieces)
    {
        var line = new Paragraph();
        foreach (Piece piece in pieces)
        {
            line.Append(piece.Text, StyleOf(piece.Tone));
        }

        _console.Write(line);
        _writer.WriteLine();
    }

    public void Flush() => _writer.Flush();

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Faint => new Style(Color.Grey),
        Tone.Resident => new Style(Color.Green),
        Tone.Warning => new Style(Color.Yellow),
        Tone.Error => new Style(Color.Red),
        _ => Style.Plain,
    };
}
