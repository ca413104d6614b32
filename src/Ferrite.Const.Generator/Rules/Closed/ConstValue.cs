using System.Numerics;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>What a closed expression is: a number or a condition; or why it has no value; or that nobody knows.</summary>
internal readonly record struct ConstValue(BigInteger? Number, bool? Condition, string? Error)
{
    /// <summary>Of a type that is none of ours, or still open.</summary>
    internal static ConstValue Unknown => default;

    internal bool IsKnown => Number is not null || Condition is not null;

    internal static ConstValue Of(BigInteger number, ConstRange range) =>
        range.Contains(number) ? new(number, null, null) : Failed($"{number} is out of the range of {range.Name}");

    internal static ConstValue Of(bool condition) => new(null, condition, null);

    internal static ConstValue Failed(string error) => new(null, null, error);
}
