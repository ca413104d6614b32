using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;
using Ferrite.TestKit;

namespace Ferrite.SdkFloor.Tests.Tables;

/// <summary>Renewing from what dotnet/core publishes.</summary>
public sealed class ReleasesIndexTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_index_alone_tells_the_newest()
    {
        SdkTables tables = ReleasesIndex.Renew(SdkTables.Embedded, Index("""
            { "channel-version": "12.0", "latest-sdk": "12.0.100-preview.1.27101.1", "latest-release-date": "2027-02-09" },
            { "channel-version": "11.0", "latest-sdk": "11.0.103", "latest-release-date": "2027-02-09" }
            """));
        Assert.Equal("11.0.103", tables.NewestStable.ToString());
        Assert.Equal("12.0.100-preview.1.27101.1", tables.NewestPreview.ToString());
        Assert.Equal(SdkTables.Embedded.Bands.Count, tables.Bands.Count);
        Assert.Contains(tables.Releases, static row => row.Sdk.ToString().Equals("11.0.103", StringComparison.Ordinal) && row.Date is "2027-02-09");
    }

    [Fact]
    public void Channels_beside_it_bring_bands_and_their_language()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "11.0"));
        File.WriteAllText(Path.Combine(_folder.Path, "11.0", "releases.json"), """
            { "channel-version": "11.0", "releases": [
              { "release-date": "2027-02-09", "sdks": [ { "version": "11.0.200", "csharp-version": "15.0" }, { "version": "11.0.103" } ] },
              { "release-date": "2026-11-10", "sdk": { "version": "11.0.100", "csharp-version": "15.0" } },
              { "release-date": "2026-10-13", "sdk": { "version": "11.0.100-rc.2.26475.137" } } ] }
            """);
        SdkTables tables = ReleasesIndex.Renew(SdkTables.Embedded, Index("""{ "channel-version": "11.0", "latest-sdk": "11.0.200", "latest-release-date": "2027-02-09" }"""));

        Assert.Equal(SdkVersion.Parse("11.0.100"), tables.FirstWithCSharp(new Version(15, 0)));
        Assert.Equal("11.0.200", tables.NewestStable.ToString());
        BandRow band = Assert.Single(tables.Bands, static row => row.Sdk.ToString().Equals("11.0.100", StringComparison.Ordinal));
        Assert.Equal("2026-11-10", band.Shipped);
        Assert.Null(band.Roslyn);
        Assert.Equal("2026-10-13", Assert.Single(tables.Releases, static row => row.Sdk.ToString().StartsWith("11.0.100-rc.2", StringComparison.Ordinal)).Date);
        // What is not known of the new bands doesn't stand in the way of what is known of others.
        Assert.Equal("10.0.400", tables.FirstWithRoslyn(new Version(5, 9))?.ToString());
    }

    [Theory]
    [InlineData("{}", "no list 'releases-index'")]
    [InlineData("[]", "no list 'releases-index'")]
    [InlineData("not json", "is not JSON")]
    public void Something_else_is_refused(string text, string message)
    {
        string path = Path.Combine(_folder.Path, "index.json");
        File.WriteAllText(path, text);
        Assert.Contains(message, Assert.Throws<TablesException>(() => ReleasesIndex.Renew(SdkTables.Embedded, path)).Message, StringComparison.Ordinal);
    }

    private string Index(string channels)
    {
        string path = Path.Combine(_folder.Path, "releases-index.json");
        File.WriteAllText(path, $$"""{ "releases-index": [ {{channels}} ] }""");
        return path;
    }
}
