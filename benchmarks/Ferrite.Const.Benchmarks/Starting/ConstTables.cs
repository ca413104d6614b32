namespace Ferrite.Const.Benchmarks.Starting;

/// <summary>Tables that are data of the assembly.</summary>
internal static partial class ConstTables
{
    [ConstEval("Crc32")]
    private static uint[] ComputeCrc32() => TableCode.Crc32();

    [ConstEval("Multiplier")]
    private static uint ComputeMultiplier() => TableCode.Multiplier();

    [ConstEval("Primes")]
    private static int[] ComputePrimes() => TableCode.Primes();
}
