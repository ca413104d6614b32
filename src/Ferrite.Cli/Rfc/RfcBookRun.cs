using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.Rfcs;
using Ferrite.Rfcs.Book;

namespace Ferrite.Cli.Rfc;

/// <summary>Writes the book, and says where it begins.</summary>
internal static class RfcBookRun
{
    internal static int Run(string root, string directory, BookOptions options) => RfcGuard.Run(() =>
    {
        int pages = BookBuilder.Build(RfcTree.Find(root), directory, options);
        RfcRun.Print(output => output.WriteLine(new Piece($"{Path.Combine(directory, BookBuilder.IndexName)}: "), new Piece($"{Quantity.Count(pages)} pages", Tone.Strong)));
        return ExitCode.Ok;
    });
}
