namespace Ferrite.Mapping.Tests.Model;

/// <summary>What a <see cref="Place"/> is said relative to.</summary>
internal enum Anchor
{
    Start,
    Page,
    Length,
    Capacity,

    /// <summary>Of a length: from the offset to the end.</summary>
    Rest,
    Maximum,
    Minimum,
}

/// <summary>
/// An offset or a length, said relative to something that matters: so it still hits that when the file before it shrinks to a smaller
/// counterexample.
/// </summary>
internal readonly record struct Place(Anchor Anchor, long Delta)
{
    internal static Place At(long bytes) => new(Anchor.Start, bytes);

    /// <summary>Wraps around where it is past <see cref="long.MaxValue"/>: a caller's own arithmetic would, too.</summary>
    internal long Resolve(long length, long capacity, long offset = 0) => unchecked(Delta + (Anchor switch
    {
        Anchor.Page => MappedFile.PageSize,
        Anchor.Length => length,
        Anchor.Capacity => capacity,
        Anchor.Rest => length - offset,
        Anchor.Maximum => long.MaxValue,
        Anchor.Minimum => long.MinValue,
        _ => 0,
    }));

    internal IEnumerable<Place> Shrink()
    {
        if (Anchor != Anchor.Start)
        {
            yield return At(0);
            yield return At(1);
        }

        if (Delta is not 0)
        {
            yield return this with { Delta = 0 };
            yield return this with { Delta = Delta / 2 };
            yield return this with { Delta = Delta - Math.Sign(Delta) };
        }
    }

    public override string ToString()
    {
        string? name = Anchor switch
        {
            Anchor.Start => null,
            Anchor.Page => "MappedFile.PageSize",
            Anchor.Maximum => "long.MaxValue",
            Anchor.Minimum => "long.MinValue",
            _ => Anchor.ToString(),
        };
        return name is null ? $"{Delta}" : Delta is 0 ? name : $"{name} {(Delta < 0 ? '-' : '+')} {Math.Abs(Delta)}";
    }
}
