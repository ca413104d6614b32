using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Tests.Model;

// Sizes around those that decide which path an access takes: see Region.FastSize.
[InlineArray(3)]
internal struct Bytes3
{
    private byte _first;
}

[InlineArray(63)]
internal struct Bytes63
{
    private byte _first;
}

[InlineArray(64)]
internal struct Bytes64
{
    private byte _first;
}

[InlineArray(65)]
internal struct Bytes65
{
    private byte _first;
}

[InlineArray(100)]
internal struct Bytes100
{
    private byte _first;
}

[InlineArray(4097)]
internal struct Bytes4097
{
    private byte _first;
}
