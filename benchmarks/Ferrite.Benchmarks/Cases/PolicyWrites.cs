using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;

namespace Ferrite.Benchmarks.Cases;

/// <summary>8-byte writes under flush policies that never come to a flush: what counting costs.</summary>
internal sealed unsafe class PolicyWrites : Case
{
    /// <summary>1 MiB of the file, so that the memory is not what is measured.</summary>
    private const long Values = (1 << 20) / sizeof(ulong);

    private readonly MappedFile _bytes;
    private readonly MappedFile _writes;
    private ulong _seed;

    internal PolicyWrites(BenchmarkFile file)
        : base(file)
    {
        _bytes = MappedFile.Open(file.Path, new MappedFileOptions { Mode = MapMode.ReadWrite, FlushPolicy = FlushPolicy.EveryBytes(long.MaxValue) });
        _writes = MappedFile.Open(file.Path, new MappedFileOptions { Mode = MapMode.ReadWrite, FlushPolicy = FlushPolicy.EveryWrites(long.MaxValue) });
    }

    internal override IReadOnlyList<Contender> Contenders =>
    [
        .. new RawWrites(File, () => _seed).Kernels.Select(raw => Writes(Peer.RawPointer, raw.Name, raw.Kernel)),
        Writes(Peer.Ferrite, "Write(offset, value), EveryBytes", CountedBytes),
        Writes(Peer.Ferrite, "Write(offset, value), EveryWrites", CountedWrites),
        Writes(Peer.Ferrite, "Write(offset, value), Manual", Manual),
    ];

    public override void Dispose()
    {
        _bytes.Dispose();
        _writes.Dispose();
        base.Dispose();
    }

    private Contender Writes(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Prepare = () => _seed += 0x1_0000_0001,
        Kernel = kernel,
        Expected = count => ((ulong)count * _seed) + ((ulong)(count * (count - 1) / 2) * sizeof(ulong)),
        Observe = Observe,
        Operations = Values,
        IsAccess = false,
    };

    private ulong Observe(long count, ulong returned)
    {
        ulong sum = returned;
        // SAFETY: the case's file is mapped until it is disposed, and at least this long.
        foreach (ulong value in new ReadOnlySpan<ulong>(File.Pointer, (int)count))
        {
            sum += value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong CountedBytes(long count) => WriteAll(_bytes, count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong CountedWrites(long count) => WriteAll(_writes, count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Manual(long count) => WriteAll(File.Mapped, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong WriteAll(MappedFile mapped, long count)
    {
        ulong seed = _seed;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            mapped.Write(offset, seed + (ulong)offset);
        }

        return 0;
    }
}
