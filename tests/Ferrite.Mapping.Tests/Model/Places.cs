using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Model;

/// <summary>Offsets and lengths: 0, page edges, the ends of things, the ends of <see cref="long"/>, and around them.</summary>
internal static class Places
{
    // First: the others hold it.
    private static Gen<Place> Extremes { get; } = Gen.Frequency(
        (2, Near(Anchor.Maximum, -70, 0)),
        (2, Near(Anchor.Minimum, 0, 70)),
        (1, Gen.Elements(Place.At(int.MaxValue), Place.At(1L + int.MaxValue), Place.At(1L << 32), Place.At(ModelFile.MostBytes + 1))));

    internal static Gen<Place> Offsets { get; } = Gen.Frequency(
        (3, Near(Anchor.Start, 0, 130)),
        (3, Near(Anchor.Page, -70, 70)),
        (4, Near(Anchor.Length, -70, 3)),
        (1, Near(Anchor.Capacity, -9, 9)),
        (2, from page in Gen.Choose(0, 4) from delta in Gen.Choose(-9, 9) select Place.At(((long)page * MappedFile.PageSize) + delta)),
        (1, Extremes));

    internal static Gen<Place> Lengths { get; } = Gen.Frequency(
        (1, Gen.Constant(Place.At(0))),
        (3, Near(Anchor.Start, 0, 130)),
        (1, Near(Anchor.Page, -9, 9)),
        (5, Gen.Constant(new Place(Anchor.Rest, 0))),
        (2, Near(Anchor.Rest, -9, 3)),
        (1, Near(Anchor.Start, -9, 0)),
        (1, Extremes));

    /// <summary>For the file, its capacity and chunks.</summary>
    internal static Gen<Place> Sizes { get; } = Gen.Frequency(
        (1, Gen.Constant(Place.At(0))),
        (2, Near(Anchor.Start, 1, 200)),
        (4, from page in Gen.Choose(1, 6) from delta in Gen.Choose(-2, 2) select Place.At(((long)page * MappedFile.PageSize) + delta)),
        (3, Near(Anchor.Length, -100, 100)),
        (3, Near(Anchor.Capacity, -2, 2)),
        (1, Near(Anchor.Start, -9, -1)),
        (1, Extremes),
        (1, Gen.Constant(Place.At(ModelFile.MostBytes))));

    private static Gen<Place> Near(Anchor anchor, int from, int to) => Gen.Choose(from, to).Select(delta => new Place(anchor, delta));
}
