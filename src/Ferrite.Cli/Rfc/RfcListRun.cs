using System.Text.Json;
using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.Rfcs;
using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Lifecycle;
using Ferrite.Rfcs.Model;
using Document = Ferrite.Rfcs.Model.Rfc;

namespace Ferrite.Cli.Rfc;

/// <summary>Lists RFCs, a line each, or two where what comes next is told too.</summary>
internal static class RfcListRun
{
    internal static int List(string root, RfcState[] states, bool json) =>
        Run(root, "ferrite.rfc.list", json, withNext: false, _ => true, rfc => states.Length == 0 || (rfc.State is { } state && states.Contains(state)));

    internal static int Status(string root, string? number, bool json) =>
        Run(root, "ferrite.rfc.status", json, withNext: true, tree => number is null || tree.Get(number) is not null,
            rfc => number is null ? rfc.State is not (RfcState.Implemented or RfcState.Closed) : Names.Number(number) == rfc.Name.Number || rfc.Name.ToString().Equals(number, StringComparison.Ordinal));

    private static int Run(string root, string schema, bool json, bool withNext, Predicate<RfcTree> isThere, Func<Document, bool> isWanted) => RfcGuard.Run(() =>
    {
        RfcTree tree = RfcTree.Find(root);
        _ = isThere(tree);
        TeamsFile teams = tree.LoadTeams();
        DateOnly today = new RfcProcess(tree, TimeProvider.System).Today;
        List<RfcStatus> found = [.. tree.Load().Where(isWanted).Select(rfc => new RfcStatus(rfc, teams.Find(rfc.Team), today))];
        if (json)
        {
            using Stream output = StandardStreams.OpenOutput();
            JsonOutput.Write(output, schema, writer => WriteJson(writer, tree, found));
        }
        else
        {
            RfcRun.Print(output => WriteText(output, found, withNext));
        }

        return ExitCode.Ok;
    });

    private static void WriteText(ITextOutput output, List<RfcStatus> found, bool withNext)
    {
        int stateWidth = found.Select(static status => StateOf(status).Length).DefaultIfEmpty().Max();
        int teamWidth = found.Select(status => output.Measure(status.Rfc.Team ?? "-")).DefaultIfEmpty().Max();
        foreach (RfcStatus status in found)
        {
            string team = status.Rfc.Team ?? "-";
            output.WriteLine(
                new Piece(Names.Of(status.Rfc.Name.Number), Tone.Strong),
                new Piece($"  {StateOf(status).PadRight(stateWidth)}", status.Rfc.State is null ? Tone.Error : Tone.Plain),
                new Piece($"  {team}{new string(' ', teamWidth - output.Measure(team))}  ", Tone.Faint),
                new Piece(status.Rfc.Title));
            if (withNext && status.Next.Length > 0)
            {
                output.WriteLine(new Piece($"      {status.Next}", status.DaysLeft == 0 ? Tone.Warning : Tone.Faint));
            }
        }

        if (found.Count == 0)
        {
            output.WriteLine(new Piece("None.", Tone.Faint));
        }
    }

    private static string StateOf(RfcStatus status) => status.Rfc.State is { } state ? Names.Of(state) : "?";

    private static void WriteJson(Utf8JsonWriter json, RfcTree tree, List<RfcStatus> found)
    {
        json.WriteStartArray("rfcs");
        foreach (RfcStatus status in found)
        {
            Document rfc = status.Rfc;
            json.WriteStartObject();
            json.WriteNumber("number", rfc.Name.Number);
            json.WriteString("title", rfc.Title);
            json.WriteString("path", tree.Relative(rfc.Path));
            json.WriteString("state", rfc.State is { } state ? Names.Of(state) : null);
            json.WriteString("subTeam", rfc.Team);
            json.WriteString("startDate", rfc.Document.Get(RfcField.StartDate));
            json.WriteStartArray("signOffs");
            foreach (SignOff one in rfc.SignOffs ?? [])
            {
                json.WriteStartObject();
                json.WriteString("member", one.Member);
                json.WriteString("date", Names.Of(one.Date));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            JsonOutput.WriteStrings(json, "missing", status.Missing ?? []);
            json.WriteString("disposition", rfc.Document.Get(RfcField.Disposition));
            json.WriteString("fcpStart", rfc.Document.Get(RfcField.FcpStart));
            json.WriteString("fcpEnd", status.PeriodEnd is { } end ? Names.Of(end) : null);
            if (status.DaysLeft is { } left)
            {
                json.WriteNumber("daysLeft", left);
            }
            else
            {
                json.WriteNull("daysLeft");
            }

            json.WriteString("decided", rfc.Document.Get(RfcField.Decided));
            json.WriteString("tracking", rfc.Document.Get(RfcField.Tracking));
            JsonOutput.WriteStrings(json, "translations", tree.TranslationsOf(rfc).Select(static file => file.Name.Language!));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
