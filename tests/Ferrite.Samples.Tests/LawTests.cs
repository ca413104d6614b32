using Ferrite.TestKit.Laws;

namespace Ferrite.Samples.Tests;

/// <summary>What makes a sample readable.</summary>
public sealed class LawTests
{
    private static readonly string Root = Repository.PathOf("samples");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Root, "*.cs").Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sample_has_less_than_a_hundred_lines(string file) =>
        Assert.InRange(File.ReadAllLines(Path.Combine(Root, file)).Length, 1, 99);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sample_is_in_the_list(string file)
    {
        if (file is not ("Program.cs" or "OtherProcess.cs"))
        {
            Assert.Contains($"]({file})", File.ReadAllText(Path.Combine(Root, "README.md")), StringComparison.Ordinal);
        }
    }
}
