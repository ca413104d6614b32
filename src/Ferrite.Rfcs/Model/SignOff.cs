namespace Ferrite.Rfcs.Model;

/// <summary>A member's consent: "@ann 2026-01-31".</summary>
internal readonly record struct SignOff(string Member, DateOnly Date)
{
    public override string ToString() => $"@{Member} {Names.Of(Date)}";

    internal static string Format(IEnumerable<SignOff> signOffs) => string.Join(", ", signOffs);

    /// <summary>Null where the text is no list of them.</summary>
    internal static IReadOnlyList<SignOff>? Parse(string? text)
    {
        var found = new List<SignOff>();
        foreach (string part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [['@', _, ..] member, var day] || Names.Date(day) is not { } date)
            {
                return null;
            }

            found.Add(new SignOff(Names.Member(member), date));
        }

        return found;
    }
}
