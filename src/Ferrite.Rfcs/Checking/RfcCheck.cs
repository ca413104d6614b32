using System.Text.Unicode;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Checking;

/// <summary>All that can be wrong with the folder, found at once; nothing is changed.</summary>
internal static class RfcCheck
{
    /// <exception cref="RfcException">Something can't be read.</exception>
    internal static IReadOnlyList<RfcFinding> Run(RfcTree tree, TimeProvider clock)
    {
        var session = new CheckSession(tree, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        foreach ((int line, string message) in session.Teams.Mistakes)
        {
            session.Add(tree.TeamsPath, line, CheckRule.Team, message);
        }

        NumberCheck.Run(session);
        foreach (Rfc rfc in session.Rfcs)
        {
            if (!Utf8.IsValid(rfc.Document.Bytes))
            {
                session.Add(rfc.Path, 1, CheckRule.Encoding, "It is not UTF-8.");
            }

            HeaderCheck.Run(session, rfc);
            StateCheck.Run(session, rfc);
            SectionCheck.Run(session, rfc);
        }

        LinkCheck.Run(session);
        TranslationCheck.Run(session);
        HistoryCheck.Run(session);
        return session.Findings;
    }
}
