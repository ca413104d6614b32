using Ferrite.Mapping.Tests.Model.Operations;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Model;

/// <summary>Draws files of a few pages and what is done to them, so that edges are met often.</summary>
internal static class ScenarioGenerator
{
    private const int MostOperations = 20;
    private const int MostMeanwhile = 4;
    private const int MostNesting = 2;

    internal static Arbitrary<Scenario> Scenarios() => Arb.From(Whole(), static scenario => scenario.Shrink());

    private static Gen<Scenario> Whole()
    {
        int page = MappedFile.PageSize;
        Gen<int> bytes = Gen.Elements(
            0, 0, 1, 7, 8, 62, 63, 64, 65, 100, page - 1, page, page + 1, (2 * page) - 8, 2 * page, (2 * page) + 100, (3 * page) - 1);
        Gen<long> capacity = Gen.Elements<long>(0, 0, 0, 1, page, (3 * page) + 1, 8 * page);
        return
            from memory in Flags
            from length in bytes
            from mode in Modes
            from reserve in capacity
            from operations in ListOf(Operations(MostNesting), MostOperations)
            select new Scenario(memory, length, mode, reserve, operations);
    }

    private static Gen<MapMode> Modes { get; } =
        Gen.Frequency((4, Gen.Constant(MapMode.ReadWrite)), (1, Gen.Constant(MapMode.ReadOnly)), (2, Gen.Constant(MapMode.CopyOnWrite)));

    private static Gen<Operation> Operations(int nesting)
    {
        List<(int, Gen<Operation>)> choices =
        [
            (4, from kind in Kinds from offset in Places.Offsets select (Operation)new ReadScalar(kind, offset)),
            (4, from kind in Kinds from offset in Places.Offsets from seed in Seeds select (Operation)new WriteScalar(kind, offset, seed)),
            (3, from offset in Places.Offsets from length in Places.Lengths select (Operation)new CopyOut(offset, length)),
            (3, from offset in Places.Offsets from length in Places.Lengths from seed in Seeds select (Operation)new CopyIn(offset, length, seed)),
            (6, from length in Places.Sizes select (Operation)new Resize(length)),
            (3, Gen.Constant<Operation>(new Refresh())),
            (1, Gen.Constant<Operation>(new Validate())),
            (1, from level in Levels select (Operation)new FlushAll(level)),
            (1, from offset in Places.Offsets from length in Places.Lengths from level in Levels select (Operation)new FlushRange(offset, length, level)),
            (1, Gen.Constant<Operation>(new Operations.Dispose())),
            (3, from mode in Modes from capacity in Places.Sizes select (Operation)new Reopen(mode, capacity)),
            (1, from mode in Modes select (Operation)new PassOn(mode)),
            (1, from bytes in Gen.Choose(1, 5000) from seed in Seeds select (Operation)new GrowOutside(bytes, seed)),
            (1, from offset in Places.Offsets from bytes in Gen.Choose(1, 5000) from seed in Seeds select (Operation)new WriteOutside(offset, bytes, seed)),
            (2, from offset in Places.Offsets from length in Places.Lengths from advice in Advice select (Operation)new AdviseRange(offset, length, advice)),
            (3, from call in PageCalls from offset in Places.Offsets from length in Places.Lengths select (Operation)new CallPages(call, offset, length)),
            (1, from offset in Places.Offsets select (Operation)new ReadByPointer(offset)),
            (1, from size in Places.Sizes select (Operation)new CopyChunks(size)),
        ];
        if (nesting > 0)
        {
            choices.AddRange(Nesting(nesting - 1));
        }

        return Gen.Frequency(choices);
    }

    private static IEnumerable<(int, Gen<Operation>)> Nesting(int nesting)
    {
        Gen<Operation[]> meanwhile = ListOf(Operations(nesting), MostMeanwhile);
        Gen<Place?> start = Gen.Frequency((1, Gen.Constant<Place?>(null)), (3, Places.Offsets.Select(static place => (Place?)place)));
        yield return (6,
            from writable in Flags
            from offset in start
            from length in Places.Lengths
            from steps in ListOf(Steps(nesting), MostMeanwhile)
            select (Operation)new HoldView(writable, offset, length, steps));
        yield return (3,
            from writable in Flags
            from size in Places.Sizes
            from seed in Seeds
            from inner in meanwhile
            select (Operation)new EnumerateChunks(writable, size, seed, inner));
        yield return (3,
            from offset in Places.Offsets
            from length in Places.Lengths
            from throws in Flags
            from state in Flags
            from inner in meanwhile
            select (Operation)new ReadByDelegate(offset, length, throws, state, inner));
    }

    private static Gen<ViewStep> Steps(int nesting) => Gen.Frequency(
        (4, Operations(nesting).Select(static operation => (ViewStep)new WhileHeld(operation))),
        (2, from kind in Kinds from start in Places.Offsets select (ViewStep)new ViewRead(kind, start)),
        (2, from kind in Kinds from start in Places.Offsets from seed in Seeds select (ViewStep)new ViewWrite(kind, start, seed)),
        (2, from start in Places.Offsets from length in Places.Lengths from seed in Seeds select (ViewStep)new ViewFill(start, length, seed)),
        (2, from length in Places.Sizes select (ViewStep)new WhileHeld(new Resize(length))),
        (3, from seed in Seeds select (ViewStep)new ViewFillBehindEnd(seed)),
        (2, from start in Places.Offsets from length in Places.Lengths select (ViewStep)new ViewSlice(start, length)));

    private static Gen<Scalar> Kinds { get; } = Gen.Elements(Scalar.All);

    private static Gen<byte> Seeds { get; } = Gen.Choose(1, 250).Select(static seed => (byte)seed);

    private static Gen<bool> Flags { get; } = Gen.Elements(true, false);

    private static Gen<MemoryAdvice> Advice { get; } = Gen.Elements(Enum.GetValues<MemoryAdvice>());

    private static Gen<PageCall> PageCalls { get; } = Gen.Elements(Enum.GetValues<PageCall>());

    private static Gen<FlushLevel> Levels { get; } = Gen.Elements(FlushLevel.Durable, FlushLevel.Schedule);

    private static Gen<T[]> ListOf<T>(Gen<T> element, int most) =>
        Gen.Choose(0, most).SelectMany(count => Gen.ArrayOf(element, count));
}
