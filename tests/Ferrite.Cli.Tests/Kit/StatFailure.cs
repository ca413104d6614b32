namespace Ferrite.Cli.Tests.Kit;

/// <summary>A failure in the JSON.</summary>
internal sealed record StatFailure(string Path, string? PathBase64, string Reason);
