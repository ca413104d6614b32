using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Ferrite.SdkFloor.Sdks;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tests.Tables;

/// <summary>The data file: complete, in order, each row with a source, and right about the SDK at hand.</summary>
public sealed partial class ShapeTests
{
    private static readonly SdkTables Tables = SdkTables.Embedded;

    [Fact]
    public void Each_row_has_a_source_that_is_told()
    {
        IEnumerable<IReadOnlyList<string>> rows = [.. Tables.Bands.Select(static row => row.Sources), .. Tables.Frameworks.Select(static row => row.Sources), .. Tables.Releases.Select(static row => row.Sources)];
        Assert.All(rows, static sources =>
        {
            Assert.NotEmpty(sources);
            Assert.All(sources, static source => Assert.True(Tables.Sources.ContainsKey(source), source));
        });
        HashSet<string> used = [.. rows.SelectMany(static sources => sources)];
        Assert.Empty(Tables.Sources.Keys.Except(used, StringComparer.Ordinal));
        Assert.All(Tables.Sources.Values, static source => Assert.True(source.Length > 20, source));
    }

    [Fact]
    public void Rows_are_there_once_and_rise()
    {
        Assert.Distinct(Tables.Bands.Select(static row => row.Sdk));
        Assert.Distinct(Tables.Releases.Select(static row => row.Sdk));
        Assert.Distinct(Tables.Frameworks.Select(static row => row.Framework), StringComparer.Ordinal);
        Assert.True(Tables.Bands.Count >= 33);
        BandRow[] modern = [.. Tables.Bands.Where(static row => row.Sdk.Major >= 3)];
        Assert.Equal(modern.Select(static row => row.Roslyn).Order(), modern.Select(static row => row.Roslyn));
        Assert.Equal(modern.Select(static row => row.CSharp).Order(), modern.Select(static row => row.CSharp));
        Assert.Equal(modern.Select(static row => row.VisualStudio).Order(), modern.Select(static row => row.VisualStudio));
        Assert.All(modern, static row => Assert.Equal(0, row.Sdk.Patch % 100));
    }

    [Fact]
    public void Dates_are_days_or_months() => Assert.All(
        Tables.Bands.Select(static row => row.Shipped).Concat(Tables.Releases.Select(static row => row.Date)).OfType<string>(),
        static date => Assert.True(DateTime.TryParseExact(date, ["yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _), date));

    [Fact]
    public void Frameworks_name_SDKs_of_their_own_major() => Assert.All(
        Tables.Frameworks.Where(static row => row.Framework.StartsWith("net", StringComparison.Ordinal) && char.IsAsciiDigit(row.Framework[3])),
        static row => Assert.Equal(row.Framework[3..].Split('.')[0], row.Sdk.Major.ToString(CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2.0", "1.0.0")]
    [InlineData("2.6", "2.1.300")]
    [InlineData("3.0", "3.0.100")]
    [InlineData("3.6", "3.1.400")]
    [InlineData("3.8", "5.0.100")]
    [InlineData("3.11", "5.0.400")]
    [InlineData("4.0", "6.0.100")]
    [InlineData("4.4", "7.0.100")]
    [InlineData("4.8", "8.0.100")]
    [InlineData("4.14", "9.0.300")]
    [InlineData("5.0", "10.0.100")]
    [InlineData("5.3", "10.0.200")]
    [InlineData("5.6", "10.0.300")]
    [InlineData("5.9", "10.0.400")]
    [InlineData("99.0", null)]
    public void First_SDK_with_a_compiler(string roslyn, string? sdk) => Assert.Equal(sdk, Tables.FirstWithRoslyn(Version.Parse(roslyn))?.ToString());

    [Theory]
    [InlineData("net10.0", "10.0.100")]
    [InlineData("net8.0-windows7.0", "8.0.100")]
    [InlineData("NET8.0-android", "8.0.100")]
    [InlineData("netstandard2.0", "2.0.0")]
    [InlineData("netstandard2.1", "3.0.100")]
    [InlineData("netstandard1.3", "1.0.0")]
    [InlineData("netcoreapp3.1", "3.1.100")]
    [InlineData("net472", "1.0.0")]
    [InlineData("net45", "1.0.0")]
    [InlineData("portable-net45+win8", "1.0.0")]
    [InlineData("net99.0", null)]
    public void First_SDK_for_a_framework(string framework, string? sdk) => Assert.Equal(sdk, Tables.FirstFor(framework)?.ToString());

    [Fact]
    public void The_SDK_at_hand_has_the_compiler_that_the_table_says()
    {
        InstalledSdk sdk = SdkInstallation.All[^1];
        using Process process = Process.Start(new ProcessStartInfo(SdkInstallation.Host, [Path.Combine(sdk.Directory, "Roslyn", "bincore", "csc.dll"), "-version"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        Match match = CompilerVersion().Match(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        if (Tables.Bands.Any(row => row.Sdk.IsSameBand(sdk.Version)))
        {
            Assert.Equal(Version.Parse(match.Value), Tables.RoslynOf(sdk.Version));
        }
    }

    /// <summary>What is written is read again, so that renewing loses nothing.</summary>
    [Fact]
    public void Tables_survive_writing()
    {
        using var stream = new MemoryStream();
        TablesFile.Write(Tables, stream);
        stream.Position = 0;
        SdkTables read = TablesFile.Read(stream);
        Assert.Equal(Tables.Bands.Select(static row => (row.Sdk, row.VisualStudio, row.Roslyn, row.CSharp, row.Shipped, string.Join(' ', row.Sources))),
            read.Bands.Select(static row => (row.Sdk, row.VisualStudio, row.Roslyn, row.CSharp, row.Shipped, string.Join(' ', row.Sources))));
        Assert.Equal(Tables.Releases.Select(static row => (row.Sdk, row.Date)), read.Releases.Select(static row => (row.Sdk, row.Date)));
        Assert.Equal(Tables.Frameworks.Select(static row => (row.Framework, row.Sdk)), read.Frameworks.Select(static row => (row.Framework, row.Sdk)));
        Assert.Equal(Tables.Sources, read.Sources);
        Assert.Equal(SdkVersion.Parse("10.0.401"), Tables.NewestStable);
    }

    [GeneratedRegex(@"^\d+\.\d+", RegexOptions.NonBacktracking)]
    private static partial Regex CompilerVersion();
}
