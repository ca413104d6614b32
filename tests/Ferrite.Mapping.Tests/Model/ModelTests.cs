using System.Globalization;
using Ferrite.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Model;

/// <summary>
/// Random sequences of operations against a plain <c>byte[]</c>; FERRITE_DEEP=100000 for more of them. A counterexample is shrunk and
/// printed as a program. On disk and in memory: what is behind a file's end differs.
/// </summary>
public sealed class ModelTests : FileTests
{
    private const int Sequences = 5_000;

    [Fact]
    public void A_file_does_what_an_array_would()
    {
        int count = Environment.GetEnvironmentVariable("FERRITE_DEEP") is { Length: > 0 } deep
            ? int.Parse(deep, CultureInfo.InvariantCulture)
            : Sequences;
        using var memory = new TempDirectory(MemoryRoot);
        CheckSequences(count, PathOf, memory.File);
    }

    /// <summary>A scenario, for where no test runner is: the number of sequences.</summary>
    internal static void Run(string[] arguments)
    {
        using var directory = new TempDirectory();
        CheckSequences(int.Parse(arguments[0], CultureInfo.InvariantCulture), directory.File, directory.File);
        Console.WriteLine($"{arguments[0]} sequences passed");
    }

    private static void CheckSequences(int count, Func<string, string> onDisk, Func<string, string> inMemory)
    {
        int number = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count),
            Prop.ForAll(
                ScenarioGenerator.Scenarios(), scenario => scenario.Run(scenario.IsInMemory ? inMemory($"{number++}") : onDisk($"{number++}"))));
    }
}
