namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>
    /// Which pages of a range are in the page cache now, whoever brought them in. Touches none of them. Under
    /// <see cref="MapMode.CopyOnWrite"/> it is about the file, not about the private copies.
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="IOException">The OS refused.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public PageResidency GetResidency(long offset, long length) => _mapping.GetResidency(ref _region, offset, length);
}
