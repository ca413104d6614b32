using Ferrite.TestKit.Laws;

namespace Ferrite.Analyzers.Tests;

/// <summary>This repository's own code is built under the rules, and says why where it isn't.</summary>
public sealed class OwnRulesTests
{
    private static readonly string[] Folders = ["src", "tests", "benchmarks", "samples", "tools"];

    [Fact]
    public void All_projects_are_built_under_them() =>
        Assert.Contains("src/Ferrite.Analyzers/Ferrite.Analyzers.csproj\" OutputItemType=\"Analyzer\"", File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")), StringComparison.Ordinal);

    /// <summary>Only for tests, and with a comment below the section's heading.</summary>
    [Fact]
    public void A_rule_is_off_nowhere_in_src_and_elsewhere_for_a_reason()
    {
        string section = "";
        bool hasReason = false;
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, ".editorconfig")))
        {
            if (line.StartsWith('['))
            {
                (section, hasReason) = (line, false);
            }
            else if (line.StartsWith('#'))
            {
                hasReason = true;
            }
            else if (line.StartsWith("dotnet_diagnostic.FER", StringComparison.Ordinal))
            {
                Assert.DoesNotContain("src/", section, StringComparison.Ordinal);
                Assert.True(hasReason, $"{section} {line}");
            }
        }
    }

    [Fact]
    public void No_source_suppresses_one() => Assert.Empty(
        from folder in Folders
        from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("Ferrite.Analyzers.Tests", StringComparison.Ordinal)
        from line in File.ReadLines(path)
        where (line.Contains("SuppressMessage", StringComparison.Ordinal) || line.Contains("#pragma warning", StringComparison.Ordinal)) && line.Contains("FER", StringComparison.Ordinal)
        select $"{path}: {line}");
}
