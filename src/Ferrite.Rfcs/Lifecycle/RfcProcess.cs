using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Lifecycle;

/// <summary>The actions on files. Days are those of UTC, so that they are the same for everybody.</summary>
internal sealed class RfcProcess(RfcTree tree, TimeProvider clock)
{
    internal DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private RfcMoves Moves => new(tree.LoadTeams(), Today);

    /// <summary>A draft, from the template.</summary>
    internal Rfc Create(string slug, string? team)
    {
        if (!RfcFileName.IsSlug(slug))
        {
            throw new RfcException($"'{slug}' is no name: use small letters and digits, with single hyphens between, such as 'short-reads'.");
        }

        var name = new RfcFileName(0, slug, null);
        string path = Path.Combine(tree.TextFolder, name.ToString());
        if (File.Exists(path))
        {
            throw new RefusedException($"{tree.Relative(path)} is there already.", RfcRule.NoOverwrite);
        }

        if (team is not null && tree.LoadTeams().Find(team) is null)
        {
            throw new RefusedException($"There is no sub-team '{team}' in teams.md.", RfcRule.SubTeam);
        }

        RfcDocument document = new RfcDocument(DocumentFile.Read(tree.TemplatePath)).WithTitle(Rfc.TitleOf(slug));
        document = document.With(RfcField.FeatureName, slug.Replace('-', '_')).With(RfcField.StartDate, Names.Of(Today)).With(RfcField.State, Names.Of(RfcState.Draft));
        document = team is null ? document : document.With(RfcField.Team, team);
        DocumentFile.Create(path, document.Bytes);
        return new Rfc(path, name, document);
    }

    /// <summary>Proposes a draft: its number in its header and in the names of its files.</summary>
    internal Rfc Assign(Rfc rfc, int number, string? team)
    {
        RfcDocument document = Moves.Assign(rfc, number, team);
        if (tree.Load().FirstOrDefault(other => other.Name.Number == number && !other.Path.Equals(rfc.Path, StringComparison.Ordinal)) is { } taken)
        {
            throw new RefusedException($"Number {Names.Of(number)} is taken by {tree.Relative(taken.Path)}.", RfcRule.Number);
        }

        RfcFileName name = rfc.Name with { Number = number };
        string path = PathOf(name);
        (string From, string To)[] moves = [(rfc.Path, path), .. tree.TranslationsOf(rfc).Select(file => (file.Path, PathOf(file.Name with { Number = number })))];
        moves = [.. moves.Where(static move => !move.From.Equals(move.To, StringComparison.Ordinal))];
        if (moves.FirstOrDefault(static move => File.Exists(move.To)).To is { } there)
        {
            throw new RefusedException($"{tree.Relative(there)} is there already.", RfcRule.NoOverwrite);
        }

        // Names first: what stops in between leaves a draft with a numbered name, which 'assign' finishes.
        foreach ((string from, string to) in moves)
        {
            DocumentFile.Rename(from, to);
        }

        DocumentFile.Replace(path, rfc.Document.Bytes, document.Bytes);
        return new Rfc(path, name, document);
    }

    internal Rfc SignOff(Rfc rfc, string member) => Save(rfc, Moves.SignOff(rfc, member));

    internal Rfc Withdraw(Rfc rfc, string member) => Save(rfc, Moves.Withdraw(rfc, member));

    internal Rfc OpenPeriod(Rfc rfc, Disposition disposition) => Save(rfc, Moves.OpenPeriod(rfc, disposition));

    internal Rfc CancelPeriod(Rfc rfc, string reason) => Save(rfc, Moves.CancelPeriod(rfc, reason));

    internal Rfc Accept(Rfc rfc, string? tracking) => Save(rfc, Moves.Decide(rfc, RfcAction.Accept, tracking));

    internal Rfc Close(Rfc rfc) => Save(rfc, Moves.Decide(rfc, RfcAction.Close, tracking: null));

    internal Rfc Postpone(Rfc rfc) => Save(rfc, Moves.Decide(rfc, RfcAction.Postpone, tracking: null));

    internal Rfc Reopen(Rfc rfc) => Save(rfc, Moves.Reopen(rfc));

    internal static Rfc Implement(Rfc rfc) => Save(rfc, RfcMoves.Implement(rfc));

    private static Rfc Save(Rfc rfc, RfcDocument document)
    {
        DocumentFile.Replace(rfc.Path, rfc.Document.Bytes, document.Bytes);
        return rfc with { Document = document };
    }

    private string PathOf(RfcFileName name) => Path.Combine(tree.TextFolder, name.ToString());
}
