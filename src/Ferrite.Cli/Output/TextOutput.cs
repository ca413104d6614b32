namespace Ferrite.Cli.Output;

/// <summary>Chooses how text is written to standard output.</summary>
internal static class TextOutput
{
    internal static ITextOutput Create(Stream output)
    {
        StreamWriter writer = StandardStreams.CreateWriter(output);
        return Console.IsOutputRedirected
            ? new PlainOutput(writer, StandardStreams.IsUnicode)
            : new TerminalOutput(writer, StandardStreams.IsUnicode);
    }
}
