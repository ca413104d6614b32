using System.Text.Json;

namespace Ferrite.Cli.Tests.Kit;

/// <summary>The JSON of <c>warm</c>, <c>evict</c>, <c>lock</c> and <c>restore</c>, as docs/ferrite-cache.md describes it.</summary>
internal sealed record ActionDocument(string Schema, int Version, int PageSize, ActionFile[]? Files, StatFailure[] Failures, ActionTotal Total)
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    internal static ActionDocument Parse(string command, string json)
    {
        ActionDocument document = JsonSerializer.Deserialize<ActionDocument>(json, Strict)!;
        Assert.Equal($"ferrite.cache.{command}", document.Schema);
        Assert.Equal(1, document.Version);
        Assert.Equal(Environment.SystemPageSize, document.PageSize);
        return document;
    }

    internal ActionFile FileOf(string path) => Files!.Single(file => file.Path.Equals(path, StringComparison.Ordinal));
}
