using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;

namespace Ferrite.Benchmarks.Cases;

/// <summary>One view of the whole file, its span summed by a plain loop. The peers have no span: they copy into an array first.</summary>
internal sealed unsafe class WholeView : Case
{
    private const int Unit = 1 << 20;

    private readonly byte[] _buffer;

    internal WholeView(BenchmarkFile file)
        : base(file) => _buffer = new byte[file.Length];

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Sums(Peer.RawPointer, "new ReadOnlySpan<byte>(pointer, length)", RawPointer, wholePassOnly: true),
        Sums(Peer.Ferrite, "using GetView(), Span", Ferrite, wholePassOnly: true),
        Sums(Peer.Accessor, "ReadArray into one array", Accessor),
        Sums(Peer.RandomAccess, "Read into one array", RandomAccessRead),
        Sums(Peer.FileStream, "ReadExactly into one array", Stream),
    ];

    private Contender Sums(Peer peer, string name, Func<long, ulong> kernel, bool wholePassOnly = false) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Kernel = kernel,
        Expected = count => File.Sum(count * Unit / sizeof(ulong)),
        Operations = File.Length / Unit,
        WholePassOnly = wholePassOnly,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RawPointer(long count)
    {
        // SAFETY: the case's file is mapped, at this length, until it is disposed.
        var span = new ReadOnlySpan<byte>(File.Pointer, (int)File.Length);
        ulong sum = 0;
        foreach (ulong value in MemoryMarshal.Cast<byte, ulong>(span))
        {
            sum += value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        using MappedView view = File.Mapped.GetView();
        ulong sum = 0;
        foreach (ulong value in MemoryMarshal.Cast<byte, ulong>(view.Span))
        {
            sum += value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Accessor(long count)
    {
        int length = (int)count * Unit;
        File.Accessor.ReadArray(0, _buffer, 0, length);
        return CopiedValues.Sum(_buffer.AsSpan(0, length));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong RandomAccessRead(long count)
    {
        int length = (int)count * Unit;
        RandomAccess.Read(File.Handle, _buffer.AsSpan(0, length), 0);
        return CopiedValues.Sum(_buffer.AsSpan(0, length));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Stream(long count)
    {
        int length = (int)count * Unit;
        File.Stream.Position = 0;
        File.Stream.ReadExactly(_buffer.AsSpan(0, length));
        return CopiedValues.Sum(_buffer.AsSpan(0, length));
    }
}
