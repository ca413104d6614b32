namespace Ferrite.Rfcs.Markup;

/// <summary>A heading of a page.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Without marks.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Line">From 1.</param>
internal sealed record Heading(int Level, string Text, string Id, int Line);
