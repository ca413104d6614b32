namespace Ferrite.Cli.Tests.Kit;

/// <summary>A file in the JSON.</summary>
internal sealed record StatFile(
    string Path, string? PathBase64, long Size, long Pages, bool Counted, bool Known,
    long? ResidentPages, long? ResidentBytes, long[][]? Ranges);
