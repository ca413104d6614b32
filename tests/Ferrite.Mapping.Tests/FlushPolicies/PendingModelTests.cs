using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.FlushPolicies;

/// <summary>What is pending, against a dictionary of pages, over random writes of every kind, flushes of ranges and of all, resizes.</summary>
public sealed class PendingModelTests : FileTests
{
    private static readonly int Page = MappedFile.PageSize;

    /// <summary>In memory, where flushing takes no time.</summary>
    public PendingModelTests()
        : base(MemoryRoot)
    {
    }

    public static TheoryData<string> Policies => ["EveryBytes", "EveryWrites", "Every", "Always"];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Counts_what_a_model_counts(string policy)
    {
        int number = 0;
        Gen<Step[]> steps = Gen.ArrayOf(Gen.OneOf(
            from kind in Gen.Elements(
                StepKind.Write, StepKind.Write, StepKind.Span, StepKind.View, StepKind.Memory, StepKind.Records, StepKind.Stream, StepKind.FlushRange, StepKind.FlushRange)
            from offset in Gen.Choose(0, 4 * Page)
            from length in Gen.OneOf(Gen.Choose(0, 16), Gen.Choose(0, 2 * Page))
            select new Step(kind, offset, length),
            Gen.Elements(new Step(StepKind.FlushAll, 0, 0), new Step(StepKind.Schedule, 0, 0), new Step(StepKind.Refresh, 0, 0), new Step(StepKind.Chunks, 0, 3000)),
            from length in Gen.Choose(1, 4 * Page) select new Step(StepKind.Resize, 0, length)));
        Gen<(int Threshold, Step[] Steps)> cases = from threshold in Gen.Choose(1, 20_000) from all in steps select (threshold, all);
        Properties.ForAll(cases, c => Run(PathOf($"{number++}"), policy, c.Threshold, c.Steps));
    }

    private static void Run(string path, string name, int threshold, Step[] steps)
    {
        FlushPolicy policy = name switch
        {
            "EveryBytes" => FlushPolicy.EveryBytes(threshold),
            "EveryWrites" => FlushPolicy.EveryWrites(1 + (threshold % 8)),
            "Every" => FlushPolicy.Every(TimeSpan.FromDays(1)),
            _ => FlushPolicy.Always,
        };
        using MappedFile file = MappedFile.Create(path, 4 * Page, new MappedFileOptions { FlushPolicy = policy });
        var model = new PendingModel(policy);
        foreach (Step step in steps)
        {
            step.Do(file, model);
            Assert.Equal((model.Bytes, model.Writes), (file.PendingBytes, file.PendingWrites));
        }

        File.Delete(path);
    }
}
