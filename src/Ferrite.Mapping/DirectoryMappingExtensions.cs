using Ferrite.Handles;

namespace Ferrite.Mapping;

/// <summary>Mappings of files beneath a <see cref="DirectoryHandle"/>. Thread-safety: as its other members.</summary>
public static class DirectoryMappingExtensions
{
    /// <summary>The same as <see cref="MappedFile.Open(DirectoryHandle, string, MapMode)"/>.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="name">The file, relative to it.</param>
    /// <param name="mode">What the mapping may do.</param>
    /// <exception cref="PathEscapeException">The name, or a link on its way, leads outside.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DirectoryNotFoundException">A part of the name is no directory.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened so, or is a directory.</exception>
    /// <exception cref="IOException">The OS refused: not a regular file, shared otherwise, out of address space.</exception>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public static MappedFile OpenMapped(this DirectoryHandle directory, string name, MapMode mode = MapMode.ReadOnly) =>
        MappedFile.Open(directory, name, mode);
}
