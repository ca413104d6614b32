using Ferrite.Rfcs.Documents;

namespace Ferrite.Rfcs.Model;

/// <summary>An RFC: a file and what its header says. What the header gets wrong is null here, and a finding of the check.</summary>
/// <param name="Path">In full.</param>
/// <param name="Name">The path's last part.</param>
/// <param name="Document">As it was read, or is to be written.</param>
internal sealed record Rfc(string Path, RfcFileName Name, RfcDocument Document)
{
    /// <summary>Null for a draft.</summary>
    internal int? Number => Names.Number(Document.Get(RfcField.Number));

    internal RfcState? State => Names.State(Document.Get(RfcField.State));

    internal string? Team => Document.Get(RfcField.Team);

    internal IReadOnlyList<SignOff>? SignOffs => SignOff.Parse(Document.Get(RfcField.SignOffs));

    internal Disposition? Disposition => Names.Disposition(Document.Get(RfcField.Disposition));

    internal DateOnly? FcpStart => Names.Date(Document.Get(RfcField.FcpStart));

    internal string Title => Document.Title ?? TitleOf(Name.Slug);

    /// <summary>How messages call it.</summary>
    internal string Label => Name.Number > 0 ? $"RFC {Names.Of(Name.Number)}" : Name.ToString();

    /// <summary>"some-name" as "Some name".</summary>
    internal static string TitleOf(string slug) => $"{char.ToUpperInvariant(slug[0])}{slug[1..].Replace('-', ' ')}";
}
