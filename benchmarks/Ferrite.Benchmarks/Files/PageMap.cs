using System.Buffers.Binary;

namespace Ferrite.Benchmarks.Files;

/// <summary>What the kernel says about this process's pages: proc_pid_pagemap(5).</summary>
internal static unsafe class PageMap
{
    private const int EntrySize = sizeof(ulong);

    /// <summary>Bit 63: the page is mapped, to memory.</summary>
    private const ulong Present = 1UL << 63;

    /// <summary>Pages of a range that an access would not have to wait for.</summary>
    internal static long CountMapped(byte* address, long length)
    {
        byte[] entries = new byte[length / Environment.SystemPageSize * EntrySize];
        using FileStream map = new("/proc/self/pagemap", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        map.Position = (long)address / Environment.SystemPageSize * EntrySize;
        map.ReadExactly(entries);
        long mapped = 0;
        for (int i = 0; i < entries.Length; i += EntrySize)
        {
            mapped += (BinaryPrimitives.ReadUInt64LittleEndian(entries.AsSpan(i)) & Present) != 0 ? 1 : 0;
        }

        return mapped;
    }
}
