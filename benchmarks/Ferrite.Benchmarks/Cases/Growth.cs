using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>The file made longer by 1 MiB, and its first 8 bytes read through what reaches it then, again and again. Cut back outside the measured time.</summary>
internal sealed unsafe class Growth : Case
{
    private const long Step = 1 << 20;
    private const long MostSteps = 128;

    private readonly MappedFile _mapped;
    private MemoryMappedFile? _map;
    private MemoryMappedViewAccessor? _accessor;

    internal Growth(BenchmarkFile file)
        : base(file) =>
        _mapped = MappedFile.Open(file.Path, new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = file.Length + (MostSteps * Step) });

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Grows(Peer.RawPointer, "ftruncate, *(ulong*)pointer", BareCall, CutBack),
        Grows(Peer.Ferrite, "Resize(length + 1 MiB), Read<ulong>(0)", Ferrite, RefreshMapped),
        Grows(Peer.Accessor, "Dispose both, CreateFromFile(handle, longer), CreateViewAccessor, ReadUInt64(0)", Recreate, MapAgain),
        Grows(Peer.RandomAccess, "SetLength(handle, longer), Read", SetLength, CutBack),
        Grows(Peer.FileStream, "SetLength(longer), ReadExactly", StreamSetLength, CutBack),
    ];

    private Contender Grows(Peer peer, string name, Func<long, ulong> kernel, Action prepare) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Prepare = prepare,
        Kernel = kernel,
        Expected = count => (ulong)count * (File.Values[0] + Step),
        Observe = (_, returned) => returned + (ulong)(RandomAccess.GetLength(File.Handle) - File.Length),
        Operations = MostSteps,
        NeverFewer = true,
        IsAccess = false,
    };

    public override void Dispose()
    {
        _accessor?.Dispose();
        _map?.Dispose();
        _mapped.Dispose();
        base.Dispose();
    }

    private void CutBack() => RandomAccess.SetLength(File.Handle, File.Length);

    private void RefreshMapped()
    {
        CutBack();
        _mapped.Refresh();
    }

    private void MapAgain()
    {
        CutBack();
        Map(File.Length);
    }

    private void Map(long length)
    {
        _accessor?.Dispose();
        _map?.Dispose();
        _map = MemoryMappedFile.CreateFromFile(File.Handle, mapName: null, length, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        _accessor = _map.CreateViewAccessor(0, length, MemoryMappedFileAccess.ReadWrite);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong BareCall(long count)
    {
        // SAFETY: the case's file is open and mapped until it is disposed, and is never cut below the length it is mapped at.
        int descriptor = (int)File.Handle.DangerousGetHandle();
        byte* pointer = File.Pointer;
        ulong sum = 0;
        for (long step = 1; step <= count; step++)
        {
            _ = Libc.FTruncate(descriptor, File.Length + (step * Step));
            sum += *(ulong*)pointer;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        ulong sum = 0;
        for (long step = 1; step <= count; step++)
        {
            _mapped.Resize(_mapped.Length + Step);
            sum += _mapped.Read<ulong>(0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Recreate(long count)
    {
        ulong sum = 0;
        for (long step = 1; step <= count; step++)
        {
            Map(File.Length + (step * Step));
            sum += _accessor!.ReadUInt64(0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong SetLength(long count)
    {
        SafeFileHandle handle = File.Handle;
        ulong sum = 0;
        for (long step = 1; step <= count; step++)
        {
            ulong value = 0;
            RandomAccess.SetLength(handle, File.Length + (step * Step));
            RandomAccess.Read(handle, MemoryMarshal.AsBytes(new Span<ulong>(ref value)), 0);
            sum += value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong StreamSetLength(long count)
    {
        FileStream stream = File.Stream;
        ulong sum = 0;
        for (long step = 1; step <= count; step++)
        {
            ulong value = 0;
            stream.SetLength(File.Length + (step * Step));
            stream.Position = 0;
            stream.ReadExactly(MemoryMarshal.AsBytes(new Span<ulong>(ref value)));
            sum += value;
        }

        return sum;
    }
}
