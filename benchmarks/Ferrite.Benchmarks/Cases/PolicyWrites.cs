using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;

namespace Ferrite.Benchmarks.Cases;

/// <summary>8-byte writes under flush policies that never come to a flush: what counting costs.</summary>
internal sealed unsafe class PolicyWrites : Case
{
    /// <summary>1 MiB of the file, so that the memory is not what is measured.</summary>
    private const long Values = (1 << 20) / sizeof(ulong);

    internal const string EveryBytes = "Write(offset, value), EveryBytes";
    internal const string EveryWrites = "Write(offset, value), EveryWrites";
    internal const string Every = "Write(offset, value), Every";
    internal const string Manual = "Write(offset, value), Manual";
    internal const string NoPolicy = "Write(offset, value), no policy named";

    private readonly MappedFile _bytes;
    private readonly MappedFile _writes;
    private readonly MappedFile _interval;
    private readonly MappedFile _manual;
    private ulong _seed;

    internal PolicyWrites(BenchmarkFile file)
        : base(file)
    {
        _bytes = Open(file, FlushPolicy.EveryBytes(long.MaxValue));
        _writes = Open(file, FlushPolicy.EveryWrites(long.MaxValue));
        _interval = Open(file, FlushPolicy.Every(TimeSpan.FromDays(1)));
        _manual = Open(file, FlushPolicy.Manual);
    }

    internal override IReadOnlyList<Contender> Contenders =>
    [
        .. new RawWrites(File, () => _seed).Kernels.Select(raw => Writes(Peer.RawPointer, raw.Name, raw.Kernel)),
        Writes(Peer.Ferrite, EveryBytes, WriteEveryBytes),
        Writes(Peer.Ferrite, EveryWrites, WriteEveryWrites),
        Writes(Peer.Ferrite, Every, WriteEvery),
        Writes(Peer.Ferrite, Manual, WriteManual),
        Writes(Peer.Ferrite, NoPolicy, WriteNoPolicy),
    ];

    public override void Dispose()
    {
        _bytes.Dispose();
        _writes.Dispose();
        _interval.Dispose();
        _manual.Dispose();
        base.Dispose();
    }

    private static MappedFile Open(BenchmarkFile file, FlushPolicy policy) =>
        MappedFile.Open(file.Path, new MappedFileOptions { Mode = MapMode.ReadWrite, FlushPolicy = policy });

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
    private ulong WriteEveryBytes(long count) => WriteAll(_bytes, count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong WriteEveryWrites(long count) => WriteAll(_writes, count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong WriteEvery(long count) => WriteAll(_interval, count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong WriteManual(long count) => WriteUncounted(_manual, count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong WriteNoPolicy(long count) => WriteUncounted(File.Mapped, count);

    /// <summary>One loop for both: how fast it is depends on where the JIT places it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong WriteUncounted(MappedFile mapped, long count) => WriteAll(mapped, count);

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
