using Ferrite.Handles;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>Maps a file that exists beneath a directory, whole, and nothing outside of it: see <see cref="DirectoryHandle.OpenFile"/>.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="name">The file, relative to it.</param>
    /// <param name="mode">What the mapping may do.</param>
    /// <exception cref="PathEscapeException">The name, or a link on its way, leads outside.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DirectoryNotFoundException">A part of the name is no directory.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened so, or is a directory.</exception>
    /// <exception cref="IOException">The OS refused: not a regular file, shared otherwise, out of address space.</exception>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public static MappedFile Open(DirectoryHandle directory, string name, MapMode mode = MapMode.ReadOnly) =>
        Open(directory, name, mode == MapMode.ReadOnly ? Defaults : new MappedFileOptions { Mode = mode });

    /// <summary>Maps a file that exists beneath a directory, whole, and nothing outside of it: see <see cref="DirectoryHandle.OpenFile"/>.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="name">The file, relative to it. The mapping has no <see cref="Path"/>.</param>
    /// <param name="options">How.</param>
    /// <exception cref="PathEscapeException">The name, or a link on its way, leads outside.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DirectoryNotFoundException">A part of the name is no directory.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened so, or is a directory.</exception>
    /// <exception cref="IOException">The OS refused: not a regular file, shared otherwise, out of address space.</exception>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public static MappedFile Open(DirectoryHandle directory, string name, MappedFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(directory);
        CheckOptions(options);
        return new MappedFile(FileOpener.Open(directory, name, options));
    }
}
