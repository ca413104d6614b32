using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Floors;

/// <summary>All that a project or package declares: its base and what applies to some targets only. Also compiled for netstandard2.0.</summary>
internal sealed record FloorSet(FloorValue Base, IReadOnlyList<ConditionalFloor> Conditional)
{
    internal FloorSet(FloorValue value)
        : this(value, [])
    {
    }

    /// <summary>Those that apply; an SDK has to meet them all, so that the highest counts.</summary>
    internal IEnumerable<FloorValue> ApplyingTo(FloorTarget target) =>
        Conditional.Where(floor => floor.Condition.Holds(target)).Select(static floor => floor.Value).Prepend(Base);

    public bool Equals(FloorSet? other) => other is not null && Base.Equals(other.Base) && Conditional.SequenceEqual(other.Conditional);

    public override int GetHashCode() => (Base.GetHashCode() * 397) ^ Conditional.Count;
}
