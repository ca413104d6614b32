namespace Ferrite.Const.Benchmarks.Starting;

/// <summary>What computes the tables, in the compiler and at run time.</summary>
[ConstFn]
internal static class TableCode
{
    private const int Slices = 8;
    private const int Limit = 100_000;

    /// <summary>Eight tables of 256: CRC-32 by slices of 8 bytes.</summary>
    internal static uint[] Crc32()
    {
        var table = new uint[Slices * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            table[i] = value;
        }

        for (int i = 256; i < table.Length; i++) table[i] = (table[i - 256] >> 8) ^ table[table[i - 256] & 0xff];
        return table;
    }

    /// <summary>The least odd multiplier that gives each of C#'s words below a place of its own among 128.</summary>
    internal static uint Multiplier()
    {
        string[] words = ["if", "else", "for", "foreach", "while", "do", "return", "goto", "switch", "case", "break", "continue", "try", "catch", "finally", "throw"];
        for (uint multiplier = 3; ; multiplier += 2)
        {
            var taken = new bool[128];
            bool isPerfect = true;
            foreach (string word in words)
            {
                uint hash = (uint)word.Length;
                foreach (char c in word) hash = unchecked((hash ^ c) * multiplier);
                isPerfect = !taken[hash >> 25];
                taken[hash >> 25] = true;
                if (!isPerfect) break;
            }

            if (isPerfect) return multiplier;
        }
    }

    /// <summary>The primes to 100,000.</summary>
    internal static int[] Primes()
    {
        var isComposite = new bool[Limit + 1];
        int count = 0;
        for (int i = 2; i <= Limit; i++)
        {
            if (isComposite[i]) continue;
            count++;
            for (long k = (long)i * i; k <= Limit; k += i) isComposite[(int)k] = true;
        }

        var primes = new int[count];
        for (int i = 2, n = 0; i <= Limit; i++)
        {
            if (!isComposite[i]) primes[n++] = i;
        }

        return primes;
    }
}
