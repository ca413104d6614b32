namespace Ferrite.SafetyDoc;

/// <summary>One SAFETY comment.</summary>
/// <param name="File">Path from the repository's root, with slashes.</param>
/// <param name="Member">The member that it is in, as far as its line tells.</param>
/// <param name="Text">The comment, in one line.</param>
internal sealed record SafetyComment(string File, string Member, string Text);
