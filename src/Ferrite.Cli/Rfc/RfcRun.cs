using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.Rfcs;
using Ferrite.Rfcs.Lifecycle;
using Ferrite.Rfcs.Model;
using Document = Ferrite.Rfcs.Model.Rfc;

namespace Ferrite.Cli.Rfc;

/// <summary>Runs one action on one RFC, and says what has become of it.</summary>
internal static class RfcRun
{
    internal static int Act(string root, string number, Func<RfcProcess, Document, Document> action) => Write(root, (process, tree) => action(process, tree.Get(number)));

    internal static int Create(string root, string name, string? team) => Write(root, (process, _) => process.Create(name, team));

    internal static int Init(string directory) => RfcGuard.Run(() =>
    {
        IReadOnlyList<(string Path, bool IsNew)> files = RfcSetup.Run(directory);
        Print(output =>
        {
            foreach ((string path, bool isNew) in files)
            {
                output.WriteLine(new Piece(path), new Piece(isNew ? " is new" : " was there, and stays as it is", Tone.Faint));
            }

            output.WriteLine(new Piece($"Write who is in which sub-team into {RfcTree.FolderName}/{RfcTree.TeamsName}; then 'ferrite rfc new NAME'."));
        });
        return ExitCode.Ok;
    });

    internal static void Print(Action<ITextOutput> write)
    {
        using Stream output = StandardStreams.OpenOutput();
        ITextOutput text = TextOutput.Create(output);
        write(text);
        text.Flush();
        output.Flush();
    }

    private static int Write(string root, Func<RfcProcess, RfcTree, Document> action) => RfcGuard.Run(() =>
    {
        RfcTree tree = RfcTree.Find(root);
        var process = new RfcProcess(tree, TimeProvider.System);
        Document document = action(process, tree);
        string next = new RfcStatus(document, tree.LoadTeams().Find(document.Team), process.Today).Next;
        Print(output => output.WriteLine(
            new Piece($"{tree.Relative(document.Path)}: "), new Piece(Names.Of(document.State!.Value), Tone.Strong), new Piece(next.Length > 0 ? $", {next}" : "")));
        return ExitCode.Ok;
    });
}
