using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;

namespace Ferrite.Benchmarks.Cases;

/// <summary>The file summed by a plain loop, a part at a time, by one thread, and by two that share the parts between them.</summary>
internal sealed unsafe class SharedScans(BenchmarkFile file) : Case(file)
{
    private const int Part = 1 << 20;

    private long _taken;
    private ulong _total;

    internal override IReadOnlyList<Contender> Contenders =>
    [
        .. Scans(Peer.RawPointer, "new ReadOnlySpan<byte>(pointer + offset, size)", RawPointer),
        .. Scans(Peer.Ferrite, "using GetView(offset, size), Span", Ferrite),
    ];

    private Contender[] Scans(Peer peer, string name, Func<long, ulong> kernel)
    {
        var alone = new Contender
        {
            Peer = peer,
            IsBaseline = peer == Peer.RawPointer,
            Name = name,
            Prepare = () => (_taken, _total) = (0, 0),
            Kernel = kernel,
            Expected = count => File.Sum(count * Part / sizeof(ulong)),
            Observe = (_, _) => _total,
            Operations = File.Length / Part,
        };
        return [alone.OnTwoThreads(), alone];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        ulong sum = 0;
        for (long part = Take(); part < count; part = Take())
        {
            // SAFETY: the case's file is mapped until it is disposed, and holds so many parts.
            sum += Sum(new ReadOnlySpan<byte>(File.Pointer + (part * Part), Part));
        }

        return Interlocked.Add(ref _total, sum);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        ulong sum = 0;
        for (long part = Take(); part < count; part = Take())
        {
            using MappedView view = File.Mapped.GetView(part * Part, Part);
            sum += Sum(view.Span);
        }

        return Interlocked.Add(ref _total, sum);
    }

    private long Take() => Interlocked.Increment(ref _taken) - 1;

    /// <summary>One loop for both: how fast it is depends on where the JIT places it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Sum(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        foreach (ulong value in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum += value;
        }

        return sum;
    }
}
