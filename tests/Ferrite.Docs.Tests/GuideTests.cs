using Ferrite.Docs.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Docs.Tests;

/// <summary>The programs of the guide to mapping, run in a directory of their own.</summary>
public sealed class GuideTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Theory]
    [InlineData("Mapping files", "42, 1048576 bytes")]
    [InlineData("Read and write", "250")]
    [InlineData("Between threads and processes", "True")]
    public void Says(string heading, string output) => Assert.Equal([output], Run(heading).AssertSucceeded().Lines);

    /// <summary>A file that is whole gives no fault: of one that is cut tell the tests of faults.</summary>
    [Fact]
    public void Counts_lines() => Assert.Empty(Run("When the file shrinks, the disk fills, the device fails", _directory.FileOf("1\n2\n"u8)).AssertSucceeded().Output);

    public void Dispose() => _directory.Dispose();

    private ChildOutcome Run(string heading, params string[] arguments)
    {
        using CompiledExample program = new CompiledExample(Page.Of("docs/mapping.md").Examples.Single(example => string.Equals(example.Heading, heading, StringComparison.Ordinal))).Write();
        using ChildProcess process = program.Start(new ChildOptions { Wrapper = ["env", "-C", _directory.Path] }, arguments);
        return process.WaitForExit();
    }
}
