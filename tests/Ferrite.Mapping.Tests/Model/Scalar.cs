using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Tests.Model;

/// <summary>A type that can be read and written whole, whichever: its bytes are what is compared.</summary>
internal abstract class Scalar
{
    internal static readonly Scalar[] All =
    [
        new Scalar<byte>("byte"), new Scalar<short>("short"), new Scalar<Bytes3>("Bytes3"), new Scalar<int>("int"), new Scalar<double>("double"),
        new Scalar<long>("long"), new Scalar<Guid>("Guid"), new Scalar<Bytes63>("Bytes63"), new Scalar<Bytes64>("Bytes64"),
        new Scalar<Bytes65>("Bytes65"), new Scalar<Bytes100>("Bytes100"), new Scalar<Bytes4097>("Bytes4097"),
    ];

    internal abstract int Size { get; }

    internal abstract byte[] Read(MappedFile file, long offset);

    internal abstract void Write(MappedFile file, long offset, byte[] bytes);

    internal abstract byte[] Read(MappedView view, long start);

    internal abstract byte[] Read(WritableMappedView view, long start);

    internal abstract void Write(WritableMappedView view, long start, byte[] bytes);
}

internal sealed class Scalar<T>(string name) : Scalar
    where T : unmanaged
{
    internal override int Size => Unsafe.SizeOf<T>();

    internal override byte[] Read(MappedFile file, long offset) => ToBytes(file.Read<T>(offset));

    internal override void Write(MappedFile file, long offset, byte[] bytes) => file.Write(offset, MemoryMarshal.Read<T>(bytes));

    internal override byte[] Read(MappedView view, long start) => ToBytes(view.Read<T>(start));

    internal override byte[] Read(WritableMappedView view, long start) => ToBytes(view.Read<T>(start));

    internal override void Write(WritableMappedView view, long start, byte[] bytes) => view.Write(start, MemoryMarshal.Read<T>(bytes));

    public override string ToString() => name;

    private static byte[] ToBytes(T value) => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();
}
