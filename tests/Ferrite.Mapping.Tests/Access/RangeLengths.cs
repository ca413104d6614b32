namespace Ferrite.Mapping.Tests.Access;

internal enum RangeLengths
{
    /// <summary>Any number.</summary>
    Long,

    /// <summary>Any number of 32 bits.</summary>
    Int,

    /// <summary>That of a span or an array.</summary>
    OfSpan,

    /// <summary>That of a value.</summary>
    OfValue,
}
