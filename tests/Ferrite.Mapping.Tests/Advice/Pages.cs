using System.Runtime.InteropServices;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Advice;

/// <summary>What the kernel says of a mapping's pages.</summary>
internal static unsafe class Pages
{
    /// <summary>The numbers of the pages whose map entry has the flag (VmFlags of smaps).</summary>
    internal static long[] With(string flag, MappedFile file)
    {
        byte* start = file.DangerousGetPointer();
        long pages = (file.Length + MappedFile.PageSize - 1) / MappedFile.PageSize;
        // SAFETY: only the addresses are looked up, in smaps; nobody goes through the pointer.
        IReadOnlyList<MapEntry> entries = MapEntry.Of(start, pages * MappedFile.PageSize);
        List<long> found = [];
        for (long page = 0; page < pages; page++)
        {
            nint address = (nint)start + (nint)(page * MappedFile.PageSize);
            if (entries.Single(entry => entry.Start <= address && address < entry.End).Flags.Contains(flag))
            {
                found.Add(page);
            }
        }

        return [.. found];
    }

    /// <summary>The numbers of the pages that an access finds mapped. See proc_pid_pagemap(5).</summary>
    internal static long[] Mapped(MappedFile file)
    {
        const ulong Present = 1UL << 63;
        long pages = (file.Length + MappedFile.PageSize - 1) / MappedFile.PageSize;
        ulong[] entries = new ulong[pages];
        using SafeFileHandle table = File.OpenHandle("/proc/self/pagemap");
        long start = (nint)file.DangerousGetPointer() / MappedFile.PageSize * sizeof(ulong);
        Assert.Equal(entries.Length * sizeof(ulong), RandomAccess.Read(table, MemoryMarshal.AsBytes(entries.AsSpan()), start));
        return [.. Enumerable.Range(0, entries.Length).Where(page => (entries[page] & Present) != 0).Select(static page => (long)page)];
    }

    /// <summary>The sum of a field of smaps, in bytes, over the mapping and what it keeps for growth.</summary>
    // SAFETY: only the addresses are looked up, in smaps; nobody goes through the pointer.
    internal static long Sum(string field, MappedFile file) =>
        MapEntry.Of(file.DangerousGetPointer(), file.Capacity).Sum(entry => entry.Bytes(field));
}
