using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Lifecycle;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Checking;

/// <summary>
/// What git remembers agrees with what is there: no number is lost, no state was reached on another way than by the actions, and what is
/// active still says what was accepted.
/// </summary>
internal static class HistoryCheck
{
    internal static void Run(CheckSession session)
    {
        if (!Directory.Exists(session.Tree.TextFolder))
        {
            return;
        }

        if (GitHistory.Read(session.Tree.TextFolder, out string? whyNot) is not { } history)
        {
            session.Warn(session.Tree.TextFolder, 1, CheckRule.History, $"Edits to active RFCs and earlier states were not checked: {whyNot}.");
            return;
        }

        if (history.IsShallow)
        {
            session.Warn(session.Tree.TextFolder, 1, CheckRule.History, "The history of git is cut off ('git fetch --unshallow' gets the rest): edits that are older were not checked.");
        }

        foreach (int lost in history.Numbers.Where(number => session.Rfcs.All(rfc => rfc.Name.Number != number)).Order())
        {
            session.Add(session.Tree.TextFolder, 1, CheckRule.History, $"RFC {Names.Of(lost)} was here, and is gone. What was proposed stays, closed if need be.");
        }

        foreach (Rfc rfc in session.Rfcs.Where(static rfc => rfc.Name.Number > 0))
        {
            IReadOnlyList<GitVersion> versions = history.Of(rfc.Name.Number);
            CheckStates(session, rfc, versions);
            CheckEdits(session, rfc, versions);
        }
    }

    private static void CheckStates(CheckSession session, Rfc rfc, IReadOnlyList<GitVersion> versions)
    {
        RfcState? later = rfc.State;
        foreach (GitVersion version in versions)
        {
            RfcState? earlier = StateOf(version);
            if (later is { } to && earlier is { } from && !Transition.Leads(from, to))
            {
                session.Add(rfc, RfcField.State, CheckRule.State, $"It was {Names.Of(from)} in {version.Commit[..10]}; no action leads from there to {Names.Of(to)}.");
            }

            later = earlier ?? later;
        }
    }

    private static void CheckEdits(CheckSession session, Rfc rfc, IReadOnlyList<GitVersion> versions)
    {
        GitVersion? accepted = versions.TakeWhile(static version => IsAccepted(StateOf(version))).LastOrDefault();
        if (!IsAccepted(rfc.State) || accepted is null)
        {
            return;
        }

        (int changed, int line) = SubstantialEdit.Measure(accepted.Document, rfc.Document);
        if (changed > SubstantialEdit.Bound)
        {
            session.Add(rfc.Path, line, CheckRule.Edit,
                $"{changed} words differ from what was accepted ({accepted.Commit[..10]}); {SubstantialEdit.Bound} may. "
                + "Propose what is substantial as a new RFC, and note here '> Amended by [RFC …](…)'; mistakes go to a section 'Errata'.");
        }
    }

    private static bool IsAccepted(RfcState? state) => state is RfcState.Active or RfcState.Implemented;

    private static RfcState? StateOf(GitVersion version) => Names.State(version.Document.Get(RfcField.State));
}
