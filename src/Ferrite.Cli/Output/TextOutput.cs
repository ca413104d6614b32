using System.Text;

namespace Ferrite.Cli.Output;

/// <summary>Chooses how text is written to standard output.</summary>
internal static class TextOutput
{
    internal static ITextOutput Create(Stream output)
    {
        bool unicode = Console.OutputEncoding.CodePage == Encoding.UTF8.CodePage;
        Encoding encoding = unicode ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Console.OutputEncoding;
        var writer = new StreamWriter(output, encoding) { NewLine = "\n" };
        return Console.IsOutputRedirected ? new PlainOutput(writer, unicode) : new TerminalOutput(writer, unicode);
    }
}
