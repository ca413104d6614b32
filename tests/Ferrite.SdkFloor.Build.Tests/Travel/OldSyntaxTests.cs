using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ferrite.TestKit.Laws;

namespace Ferrite.SdkFloor.Build.Tests.Travel;

/// <summary>What any MSBuild since 15.0, of 2017, has to parse: the package's own files and what travels.</summary>
public sealed class OldSyntaxTests
{
    /// <summary>Packages of many authors bring this file, and a build takes the first it meets: another body needs another name.</summary>
    private const string FrozenV1 = "CD203E624DB84895230A6F981EC13359413A5806FC534DF1A1A7FA938E62FAD1";

    private static readonly string[] Elements =
        ["Project", "PropertyGroup", "ItemGroup", "Import", "Target", "UsingTask", "Error", "Warning", "MSBuild", "Output", "CheckSdkFloor", "CheckReferencedFloors", "PackSdkFloor"];

    /// <summary>Static functions that MSBuild 15.0 allows: of its list, those used here.</summary>
    private static readonly string[] Functions =
    [
        "System.IO.File::ReadAllText", "System.IO.File::GetLastWriteTime", "System.IO.Path::IsPathRooted",
        "System.String::CompareOrdinal", "System.String::Copy",
        "System.Text.RegularExpressions.Regex::Match", "System.Text.RegularExpressions.Regex::IsMatch",
    ];

    /// <summary>Members of strings, dates and matches since .NET Framework 4.</summary>
    private static readonly string[] Members = ["PadLeft", "Replace", "TrimStart", "ToLowerInvariant", "Value", "Groups", "Ticks", "Contains"];

    /// <summary>Item functions of MSBuild 4.</summary>
    private static readonly string[] ItemFunctions = ["Reverse", "Distinct", "Count"];

    private static string Folder => Repository.PathOf("src/Ferrite.SdkFloor.Build");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.*", SearchOption.AllDirectories)
        .Select(static path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Where(static path => Regex.IsMatch(path, "^(build|travel).*[.](props|targets)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Has_only_what_msbuild_15_knows(string file)
    {
        XDocument project = XDocument.Load(Path.Combine(Folder, file));
        Assert.Empty(project.Root!.Attributes());
        Assert.All(project.Descendants().Where(static element => element.Parent is null or { Name.LocalName: "Project" or "Target" }), static element =>
            Assert.Contains(element.Name.LocalName, Elements));

        string text = string.Concat(project.DescendantNodes().OfType<XText>().Select(static node => node.Value + "\n")
            .Concat(project.Descendants().Attributes().Select(static attribute => attribute.Value + "\n")));
        AssertOnly(Functions, [.. Found(text, @"\[(?<name>[A-Za-z.]+\]::[A-Za-z]+)").Select(static name => name.Replace("]", "", StringComparison.Ordinal))]);
        AssertOnly(Members, [.. Found(text, @"(?:\$\([A-Za-z_]+|\))\.(?<name>[A-Z][A-Za-z]+)"), .. Found(text, @"\]\.(?<name>[A-Za-z]+)")]);
        AssertOnly(ItemFunctions, [.. Found(text, @"->(?<name>[A-Z][A-Za-z]+)\(")]);
        Assert.DoesNotContain("$([MSBuild]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("->'", Regex.Replace(text, @"@\([A-Za-z_]+->'[^']*'(, '[|]+')?\)", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_scan_finds_what_is_newer() => Assert.Equal(
        ["MSBuild]::VersionGreaterThan", "System.String]::Join"],
        Found("$([MSBuild]::VersionGreaterThan('a', 'b')) $([System.String]::Join(',', 'a'))", @"\[(?<name>[A-Za-z.]+\]::[A-Za-z]+)"));

    [Fact]
    public void The_check_that_travels_is_frozen()
    {
        string text = File.ReadAllText(Path.Combine(Folder, "travel/FerriteSdkFloorCheckV1.targets"));
        Assert.Equal(FrozenV1, Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))));
    }

    private static void AssertOnly(string[] known, IEnumerable<string> used) => Assert.Empty(used.Except(known, StringComparer.Ordinal));

    private static IEnumerable<string> Found(string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).Select(static match => match.Groups["name"].Value);
}
