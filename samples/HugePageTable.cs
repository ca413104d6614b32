using System.Runtime.InteropServices;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// A hash table of 64 MiB in memory that other processes could map, on huge pages where the OS has them: few faults, few TLB misses.
/// <c>dotnet run --project samples -- huge-pages</c>
/// </summary>
internal static class HugePageTable
{
    private const int Slots = 1 << 22;
    private const int Keys = 1_000_000;

    internal static int Run()
    {
        // Prefer goes on with small pages; Require would be an exception that says why there are none. All pages are brought in at once.
        var options = new MappedFileOptions { HugePages = HugePages.Prefer, Prefault = Prefault.Eager };
        using MappedFile memory = MappedFile.CreateAnonymous((long)Slots * Slot.Size, options);
        Console.WriteLine(memory.HugePagesInUse ? "on huge pages" : "on small pages");

        using WritableMappedView view = memory.GetWritableView();
        Span<Slot> table = MemoryMarshal.Cast<byte, Slot>(view.Span);
        for (long key = 1; key <= Keys; key++)
        {
            Find(table, key) = new Slot(key, key * key);
        }

        long sum = 0;
        for (long key = 1; key <= Keys; key++)
        {
            sum += Find(table, key).Value / key;
        }

        Console.WriteLine($"{Keys} keys, found again: {sum == (long)Keys * (Keys + 1) / 2}");
        return 0;
    }

    /// <summary>The key's slot, or the empty one where it belongs: somewhere at random, which is what makes pages matter.</summary>
    private static ref Slot Find(Span<Slot> table, long key)
    {
        int i = (int)((ulong)key * 0x9E37_79B9_7F4A_7C15 >> 42);
        while (table[i].Key != key && table[i].Key != 0)
        {
            i = (i + 1) & (Slots - 1);
        }

        return ref table[i];
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Slot(long Key, long Value)
    {
        internal const int Size = 16;
    }
}
