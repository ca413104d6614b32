using System.Text;
using Spectre.Console;

namespace Ferrite.Cli.Output;

/// <summary>The terminal on standard output, written through a writer of our own.</summary>
internal sealed class TerminalDevice : IAnsiConsoleOutput
{
    internal TerminalDevice(TextWriter writer)
    {
        Writer = writer;
        (Width, Height) = TerminalSize.Of(LinuxOutputStream.Output);
    }

    public TextWriter Writer { get; }

    public bool IsTerminal => true;

    public int Width { get; }

    public int Height { get; }

    public void SetEncoding(Encoding encoding)
    {
        // The writer has the terminal's already.
    }
}
