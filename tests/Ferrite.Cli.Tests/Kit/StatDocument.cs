using System.Text.Json;

namespace Ferrite.Cli.Tests.Kit;

/// <summary>The JSON of <c>ferrite cache stat --json</c>, as docs/ferrite-cache.md describes it.</summary>
internal sealed record StatDocument(string Schema, int Version, int PageSize, StatFile[]? Files, StatFailure[] Failures, StatTotal Total)
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    internal static StatDocument Parse(string json)
    {
        StatDocument document = JsonSerializer.Deserialize<StatDocument>(json, Strict)!;
        Assert.Equal("ferrite.cache.stat", document.Schema);
        Assert.Equal(1, document.Version);
        Assert.Equal(Environment.SystemPageSize, document.PageSize);
        return document;
    }

    internal StatFile FileOf(string path) => Files!.Single(file => file.Path.Equals(path, StringComparison.Ordinal));
}
