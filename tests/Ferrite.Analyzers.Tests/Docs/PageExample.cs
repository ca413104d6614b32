namespace Ferrite.Analyzers.Tests.Docs;

/// <summary>A C# block of a page, below the heading Bad or Good.</summary>
internal sealed record PageExample(bool IsBad, string Source);
