using System.Globalization;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>A file that another process cuts and makes whole again under its readers and writers.</summary>
public sealed class TruncationTests : LeakCheckedTests
{
    private const int Rounds = 1000;

    [NeedsTheory(Needs.Linux | Needs.FaultGuard)]
    [InlineData(nameof(Pattern.Words), "/tmp")]
    [InlineData(nameof(Pattern.Words), "/dev/shm")]
    [InlineData(nameof(Pattern.Uniform), "/tmp")]
    public void No_access_dies_or_takes_a_hole_for_data(string pattern, string root)
    {
        using var directory = new TempDirectory(root);
        byte[] content = new byte[Pattern.FileLength];
        Reader.PatternOf(pattern).Fill(content, 0, tag: 0);
        string file = directory.FileOf(content);
        string control = directory.FileOf(new byte[128], "control");
        string seed = Random.Shared.Next().ToString(CultureInfo.InvariantCulture);
        using ChildProcess reader = ChildProcess.Start(Reader.Run, pattern, file, control, seed);
        using ChildProcess cutter = ChildProcess.Start(
            Cutter.Run, pattern, file, control, seed, Rounds.ToString(CultureInfo.InvariantCulture));

        ChildOutcome outcome = reader.WaitForExit();

        Assert.True(outcome.Succeeded, $"Seed {seed}. {outcome}");
        cutter.WaitForExit().AssertSucceeded();
        AssertEveryKindMetAFault(outcome, Reader.PatternOf(pattern));
    }

    private static void AssertEveryKindMetAFault(ChildOutcome outcome, Pattern pattern)
    {
        Dictionary<string, int> faults = outcome.Lines.Select(static line => line.Split('\t'))
            .ToDictionary(static parts => parts[0], static parts => int.Parse(parts[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);

        Assert.All(Reader.AccessesOf(pattern), access => Assert.True(faults[access.Name] > 0, $"{access.Name} never met a fault.\n{outcome}"));
    }
}
