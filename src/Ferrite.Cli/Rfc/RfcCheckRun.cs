using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.Rfcs;
using Ferrite.Rfcs.Checking;

namespace Ferrite.Cli.Rfc;

/// <summary>The report of <c>ferrite rfc check</c>.</summary>
internal static class RfcCheckRun
{
    internal static int Run(string root, bool json) => RfcGuard.Run(() =>
    {
        RfcTree tree = RfcTree.Find(root);
        IReadOnlyList<RfcFinding> findings = RfcCheck.Run(tree, TimeProvider.System);
        int errors = findings.Count(static finding => finding.IsError);
        if (json)
        {
            WriteJson(findings, errors);
        }
        else
        {
            RfcRun.Print(output => WriteText(output, findings, errors, tree.Load().Count));
        }

        return errors > 0 ? ExitCode.Failed : ExitCode.Ok;
    });

    private static void WriteText(ITextOutput output, IReadOnlyList<RfcFinding> findings, int errors, int documents)
    {
        foreach (RfcFinding finding in findings)
        {
            output.WriteLine(
                new Piece($"{finding.File}:{Quantity.Plain(finding.Line)}: "),
                finding.IsError ? new Piece("error", Tone.Error) : new Piece("warning", Tone.Warning),
                new Piece($" {finding.Rule}: ", Tone.Strong), new Piece(finding.Message));
        }

        output.WriteLine(new Piece($"{Plural(documents, "RFC")}: "),
            new Piece(Plural(errors, "error"), errors > 0 ? Tone.Error : Tone.Plain), new Piece($", {Plural(findings.Count - errors, "warning")}"));
    }

    private static string Plural(int count, string one) => $"{Quantity.Count(count)} {one}{(count == 1 ? "" : "s")}";

    private static void WriteJson(IReadOnlyList<RfcFinding> findings, int errors)
    {
        using Stream output = StandardStreams.OpenOutput();
        JsonOutput.Write(output, "ferrite.rfc.check", json =>
        {
            json.WriteStartArray("findings");
            foreach (RfcFinding finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("file", finding.File);
                json.WriteNumber("line", finding.Line);
                json.WriteString("rule", finding.Rule);
                json.WriteString("severity", finding.IsError ? "error" : "warning");
                json.WriteString("message", finding.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("errors", errors);
            json.WriteNumber("warnings", findings.Count - errors);
        });
    }
}
