using System.Reflection;
using Ferrite.Benchmarks.Cases;
using Ferrite.TestKit;

namespace Ferrite.Benchmarks.Tests;

public sealed class ProgramTests
{
    private const int Misused = 2;

    [Fact]
    public void Every_kernel_does_its_work()
    {
        using var directory = new TempDirectory();
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string output = Tool.Run(host, "exec", typeof(Options).Assembly.Location, "--check", "--directory", directory.Path);

        Assert.Matches($@"^\d\d+ kernels in {CaseList.All.Count} cases did their work\.\s*$", output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory.Path));
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("--filter")]
    [InlineData("--filter", "no such case")]
    public void What_it_does_not_understand_it_refuses(params string[] arguments) => Assert.Equal(Misused, Run(arguments));

    [Theory]
    [InlineData("--help")]
    [InlineData("--list")]
    [InlineData("--list", "--filter", "read")]
    public void It_tells_about_itself(params string[] arguments) => Assert.Equal(0, Run(arguments));

    [Fact]
    public void The_help_names_every_option_and_shows_examples()
    {
        Assert.All(
            ["--quick", "--filter", "--list", "--check", "--json", "--markdown", "--update", "--directory", "--help", "examples:"],
            static expected => Assert.Contains(expected, Options.Help, StringComparison.Ordinal));
    }

    private static int Run(string[] arguments)
    {
        MethodInfo main = typeof(Options).Assembly.EntryPoint!;
        return (int)main.Invoke(null, [arguments])!;
    }
}
