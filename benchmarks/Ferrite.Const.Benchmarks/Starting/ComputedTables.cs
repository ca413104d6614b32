namespace Ferrite.Const.Benchmarks.Starting;

/// <summary>The same, computed when they are first used.</summary>
internal static class ComputedTables
{
    internal static readonly uint[] Crc32 = TableCode.Crc32();
    internal static readonly uint Multiplier = TableCode.Multiplier();
    internal static readonly int[] Primes = TableCode.Primes();
}
