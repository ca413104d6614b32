namespace Ferrite.Mapping.Tests.Stress;

/// <summary>Right bytes in the part that is never cut; behind it they may be zero as well.</summary>
internal sealed class SafePart : Judge
{
    internal override long Before() => 0;

    internal override void After(long before, string kind, long offset, ReadOnlySpan<byte> bytes) =>
        Layout.Check(kind, offset, bytes, mayBeZero: true);
}
