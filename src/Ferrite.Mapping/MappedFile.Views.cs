using System.Runtime.CompilerServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>A window on part of the file, without a copy.</summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MappedView GetView(long offset, long length) => new(Views.Get(ref _region, offset, length), offset, length);

    /// <summary>A window on the whole file, at its length now.</summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public MappedView GetView()
    {
        Region region = Views.GetWhole(ref _region, MapMode.ReadWrite, out long length);
        return new MappedView(region, 0, length);
    }

    /// <summary>A window on part of the file that can be written, without a copy.</summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="NotSupportedException">The file is mapped <see cref="MapMode.ReadOnly"/>.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WritableMappedView GetWritableView(long offset, long length) =>
        new(Views.GetWritable(ref _region, _mapping, offset, length), offset, length);

    /// <summary>A window on the whole file that can be written, at its length now.</summary>
    /// <exception cref="NotSupportedException">The file is mapped <see cref="MapMode.ReadOnly"/>.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public WritableMappedView GetWritableView()
    {
        Region region = Views.GetWhole(ref _region, Mode, out long length);
        return new WritableMappedView(region, 0, length);
    }
}
