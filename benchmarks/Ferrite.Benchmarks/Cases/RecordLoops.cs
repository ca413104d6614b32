using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;

namespace Ferrite.Benchmarks.Cases;

/// <summary>The file as records of 16 bytes, both fields of each summed.</summary>
internal sealed unsafe class RecordLoops(BenchmarkFile file) : Case(file)
{
    internal override IReadOnlyList<Contender> Contenders =>
    [
        Sums(Peer.RawPointer, "records[i] of a pointer", RawPointer),
        Sums(Peer.Ferrite, "foreach over Records<T>()", FerriteEnumerated),
        Sums(Peer.Ferrite, "Records<T>()[i]", FerriteIndexed),
    ];

    private Contender Sums(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Kernel = kernel,
        Expected = count => File.Sum(count * 2),
        Operations = File.Length / sizeof(Pair),
        NeverFewer = true,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        var records = (Pair*)File.Pointer;
        ulong sum = 0;
        for (long i = 0; i < count; i++)
        {
            // SAFETY: the case's file is mapped until it is disposed, and holds at least count records.
            sum += records[i].First + records[i].Second;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong FerriteEnumerated(long count)
    {
        using MappedRecords<Pair> records = File.Mapped.Records<Pair>(0, count);
        ulong sum = 0;
        foreach (ref readonly Pair pair in records)
        {
            sum += pair.First + pair.Second;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong FerriteIndexed(long count)
    {
        using MappedRecords<Pair> records = File.Mapped.Records<Pair>(0, count);
        ulong sum = 0;
        for (long i = 0; i < records.Count; i++)
        {
            sum += records[i].First + records[i].Second;
        }

        return sum;
    }

    private readonly struct Pair(ulong first, ulong second)
    {
        internal readonly ulong First = first;
        internal readonly ulong Second = second;
    }
}
