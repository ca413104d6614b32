namespace Ferrite.Analyzers.Tests.Docs;

/// <summary>A page of docs/rules.</summary>
internal sealed record RulePage(string Id, string Text, IReadOnlyList<PageExample> Examples);
