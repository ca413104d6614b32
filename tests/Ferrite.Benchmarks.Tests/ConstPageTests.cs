using Ferrite.Const.Benchmarks;
using Ferrite.TestKit;
using Ferrite.TestKit.Laws;

namespace Ferrite.Benchmarks.Tests;

/// <summary>Ferrite.Const's part of docs/performance.md, and the program that writes it.</summary>
public sealed class ConstPageTests
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("docs/performance.md"));

    [Fact]
    public void The_page_has_its_markers() => Assert.Contains("> figures", Const.Benchmarks.Page.Replace(Text, "> figures"), StringComparison.Ordinal);

    [Fact]
    public void The_page_has_every_section() =>
        Assert.All(Section.All, static section => Assert.Contains($"**{section.Title}** (`{section.Name}`)", Text, StringComparison.Ordinal));

    [Fact]
    public void The_page_has_every_kernel() =>
        Assert.All(Const.Benchmarks.Kernels.Kernel.All, static kernel => Assert.Contains($"| {kernel.Title} | ", Text, StringComparison.Ordinal));

    [Fact]
    public void Every_contender_has_the_same_result()
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

        Assert.Matches("^4 kernels and 3 tables agree\\.\\s*$", Tool.Run(host, "exec", typeof(Section).Assembly.Location, "--check"));
    }
}
