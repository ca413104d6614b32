namespace Ferrite.SdkFloor.Selection;

/// <summary>What was chosen, or why nothing was.</summary>
/// <param name="Chosen">Null where none fits.</param>
/// <param name="Looked">All that were looked at, the newest first: up to the chosen one, or all there are.</param>
/// <param name="Nearest">Where none fits, the newest of those with the lowest floor.</param>
internal sealed record Choice(Candidate? Chosen, IReadOnlyList<Candidate> Looked, Candidate? Nearest);
