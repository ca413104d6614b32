using System.Text;
using Ferrite.Rfcs.Checking;
using Ferrite.Rfcs.Lifecycle;
using Ferrite.Rfcs.Model;
using Ferrite.TestKit;

namespace Ferrite.Rfcs.Tests.Kit;

/// <summary>A fresh git repository with the folder for RFCs, a sub-team of Ann and Bob, and a clock.</summary>
internal sealed class Workspace : IDisposable
{
    internal const string Teams = "# Sub-teams\n\n## core\n\n- @ann\n- @bob\n";

    private readonly TempDirectory _directory = new();

    internal Workspace()
    {
        Git("init", "-q", "-b", "main");
        RfcSetup.Run(Root);
        Tree = new RfcTree(Root);
        File.WriteAllText(Tree.TeamsPath, Teams);
        Process = new RfcProcess(Tree, Clock);
    }

    internal string Root => _directory.Path;

    internal FakeClock Clock { get; } = new();

    internal RfcTree Tree { get; }

    internal RfcProcess Process { get; }

    internal IReadOnlyList<RfcFinding> Check() => RfcCheck.Run(Tree, Clock);

    internal string Git(params string[] arguments) => Tool.Run("git",
        ["-C", Root, "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false", .. arguments]);

    internal void Commit()
    {
        Git("add", "-A");
        Git("commit", "-q", "-m", "a step");
    }

    internal string PathOf(string name) => Path.Combine(Tree.TextFolder, name);

    /// <summary>A draft with something in each section.</summary>
    internal Model.Rfc Draft(string slug = "short-reads")
    {
        Model.Rfc draft = Process.Create(slug, "core");
        File.WriteAllText(draft.Path, Fill(File.ReadAllText(draft.Path)));
        return Tree.Get(draft.Name.ToString());
    }

    internal Model.Rfc Proposed(int number = 12, string slug = "short-reads") => Process.Assign(Draft(slug), number, null);

    internal Model.Rfc SignedOff(int number = 12, string slug = "short-reads") =>
        Process.SignOff(Process.SignOff(Proposed(number, slug), "ann"), "@Bob");

    /// <summary>One that came to a state in the legal way.</summary>
    internal Model.Rfc In(RfcState state, int number = 12, string slug = "short-reads")
    {
        switch (state)
        {
            case RfcState.Draft:
                return Draft(slug);
            case RfcState.Proposed:
                return Proposed(number, slug);
        }

        Model.Rfc rfc = Process.OpenPeriod(SignedOff(number, slug), state switch
        {
            RfcState.Closed => Disposition.Close,
            RfcState.Postponed => Disposition.Postpone,
            _ => Disposition.Merge,
        });
        if (state == RfcState.FinalCommentPeriod)
        {
            return rfc;
        }

        Clock.Pass(RfcMoves.PeriodDays);
        return state switch
        {
            RfcState.Closed => Process.Close(rfc),
            RfcState.Postponed => Process.Postpone(rfc),
            RfcState.Implemented => RfcProcess.Implement(Process.Accept(rfc, "issue 34")),
            _ => Process.Accept(rfc, "issue 34"),
        };
    }

    internal static string Fill(string template)
    {
        var text = new StringBuilder(template);
        foreach (string title in SectionCheck.Required)
        {
            text.Replace($"## {title}\n", $"## {title}\n\nWhat is said on {title}.\n");
        }

        return text.ToString();
    }

    public void Dispose() => _directory.Dispose();
}
