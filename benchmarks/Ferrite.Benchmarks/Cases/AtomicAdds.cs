using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;

namespace Ferrite.Benchmarks.Cases;

/// <summary>One integer of the file, added to again and again, and read back afterwards.</summary>
internal sealed unsafe class AtomicAdds(BenchmarkFile file) : Case(file)
{
    private const long Adds = 1 << 20;

    internal override IReadOnlyList<Contender> Contenders =>
    [
        AddsBy(Peer.RawPointer, "Interlocked.Add(ref *(long*)pointer, 3)", RawPointer),
        AddsBy(Peer.Ferrite, "Add(3) of an AtomicRef<long>", Ferrite),
        AddsBy(Peer.Ferrite, "GetAtomic<long>(offset), Add(3)", FerriteObtained),
    ];

    private Contender AddsBy(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        // SAFETY: the case's file is mapped until it is disposed.
        Prepare = () => *(long*)File.Pointer = 0,
        Kernel = kernel,
        Expected = static count => 3 * (ulong)count,
        // SAFETY: the case's file is mapped until it is disposed.
        Observe = (_, _) => *(ulong*)File.Pointer,
        Operations = Adds,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        byte* pointer = File.Pointer;
        for (long i = 0; i < count; i++)
        {
            // SAFETY: the case's file is mapped until it is disposed.
            Interlocked.Add(ref *(long*)pointer, 3);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        AtomicRef<long> counter = File.Mapped.GetAtomic<long>(0);
        for (long i = 0; i < count; i++)
        {
            counter.Add(3);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong FerriteObtained(long count)
    {
        MappedFile mapped = File.Mapped;
        for (long i = 0; i < count; i++)
        {
            mapped.GetAtomic<long>(0).Add(3);
        }

        return 0;
    }
}
