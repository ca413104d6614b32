using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;

namespace Ferrite.Benchmarks.Cases;

/// <summary>The whole file summed by vectors, faster than memory delivers it: what is left is the memory's bandwidth.</summary>
internal sealed unsafe class VectorSums(BenchmarkFile file) : Case(file)
{
    private const int Unit = 1 << 20;

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Sums(Peer.RawPointer, "new ReadOnlySpan<byte>(pointer, length)", RawPointer),
        Sums(Peer.Ferrite, "using GetView(), Span", Ferrite),
    ];

    private Contender Sums(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Kernel = kernel,
        Expected = count => File.Sum(count * Unit / sizeof(ulong)),
        Operations = File.Length / Unit,
        WholePassOnly = true,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        // SAFETY: the case's file is mapped, at this length, until it is disposed.
        return Sum(new ReadOnlySpan<byte>(File.Pointer, (int)File.Length));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        using MappedView view = File.Mapped.GetView();
        return Sum(view.Span);
    }

    /// <summary>Four sums at once, so that no addition waits for the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Sum(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<Vector<ulong>> vectors = MemoryMarshal.Cast<byte, Vector<ulong>>(bytes);
        Vector<ulong> a = default;
        Vector<ulong> b = default;
        Vector<ulong> c = default;
        Vector<ulong> d = default;
        for (int i = 0; i <= vectors.Length - 4; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }

        return Vector.Sum(a + b + c + d);
    }
}
