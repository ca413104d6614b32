using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests;

/// <summary>Interop as people really write it, and right: no rule has anything to say.</summary>
public sealed class CorrectTests
{
    internal static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Correct"), "*.cs").Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names { get; } = [.. Files.Select(static path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_quiet(string file) => Check.Quiet(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Correct", file)));

    [Fact]
    public void Is_more_than_200_lines() =>
        Assert.InRange(Files.Sum(static path => File.ReadLines(path).Count(static line => line.Trim().Length > 1)), 201, int.MaxValue);
}
