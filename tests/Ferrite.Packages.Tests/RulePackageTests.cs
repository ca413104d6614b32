using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Ferrite.Packages.Tests;

/// <summary>The rules come with each package, and once where several are referenced.</summary>
[Collection(nameof(PackageTests))]
public sealed partial class RulePackageTests(PackedPackage package)
{
    /// <summary>RFC 3128's first example.</summary>
    private const string Bad = """
        using Microsoft.Win32.SafeHandles;

        DoSomeIO(new SafeFileHandle(7, ownsHandle: false));

        static void DoSomeIO(SafeFileHandle input) => RandomAccess.Write(input, "hello, world"u8, 0);
        """;

    private const string Good = """
        using Microsoft.Win32.SafeHandles;

        using SafeFileHandle file = File.OpenHandle(Path.Combine(args[0], "Program.cs"));
        Console.WriteLine(file.IsInvalid);
        """;

    [Theory]
    [InlineData("Ferrite.Analyzers")]
    [InlineData("Ferrite.Handles")]
    [InlineData("Ferrite.Mapping")]
    [InlineData("Ferrite.Mapping;Ferrite.Handles")]
    [InlineData("Ferrite.Mapping;Ferrite.Handles;Ferrite.Analyzers")]
    public void Bad_code_is_refused_once(string packages)
    {
        using var consumer = new Consumer(package, Bad, packages);

        string output = Assert.Throws<IOException>(() => consumer.Run()).Message;

        // Each line is said again in the summary at the end.
        Match[] said = [.. Error().Matches(output).Cast<Match>()];
        Assert.NotEmpty(said);
        Assert.All(said, error => Assert.Equal("FER1001", error.Groups["id"].Value));
        Assert.InRange(said.Length, 1, 2);
        Assert.Single(said.Select(static error => error.Value).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Good_code_builds_and_ships_nothing_of_the_rules()
    {
        using var consumer = new Consumer(package, Good, "Ferrite.Analyzers");

        Assert.Equal("False\n", consumer.Run());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(consumer.Folder, "out"), "Ferrite.*"));
    }

    [Theory]
    [InlineData("Ferrite.Analyzers")]
    [InlineData("Ferrite.Handles")]
    [InlineData("Ferrite.Mapping")]
    public void Holds_the_rules_their_fixes_and_their_pages(string name)
    {
        using ZipArchive zip = ZipFile.OpenRead(package.PathOf(name));
        HashSet<string> names = new(zip.Entries.Select(entry => entry.FullName), StringComparer.Ordinal);
        Assert.Contains("analyzers/dotnet/cs/Ferrite.Analyzers.dll", names);
        Assert.Contains("analyzers/dotnet/cs/Ferrite.Analyzers.CodeFixes.dll", names);
        Assert.Contains($"buildTransitive/{name}.targets", names);
        Assert.Contains("docs/rules/FER1001.md", names);
        Assert.DoesNotContain(names, static entry => entry.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        using StreamReader nuspec = new(zip.GetEntry($"{name}.nuspec")!.Open());
        string about = nuspec.ReadToEnd();
        Assert.DoesNotContain("dependency id=\"Ferrite.Analyzers", about, StringComparison.Ordinal);
        Assert.DoesNotContain("dependency id=\"Microsoft.CodeAnalysis", about, StringComparison.Ordinal);
        Assert.Equal(name is "Ferrite.Analyzers", about.Contains("<developmentDependency>true", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"Program\.cs\(\d+,\d+\): error (?<id>\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Error();
}
