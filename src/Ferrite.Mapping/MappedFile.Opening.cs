using Ferrite.Mapping.Internal;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    private static readonly MappedFileOptions Defaults = new();

    /// <summary>Maps a file that exists, whole. An empty one is fine.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">What the mapping may do.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened so, or is a directory.</exception>
    /// <exception cref="IOException">The OS refused: not a regular file, shared otherwise, out of address space.</exception>
    public static MappedFile Open(string path, MapMode mode = MapMode.ReadOnly) =>
        Open(path, mode == MapMode.ReadOnly ? Defaults : new MappedFileOptions { Mode = mode });

    /// <summary>Maps a file that exists, whole. An empty one is fine.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened so, or is a directory.</exception>
    /// <exception cref="IOException">The OS refused: not a regular file, shared otherwise, out of address space.</exception>
    public static MappedFile Open(string path, MappedFileOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CheckOptions(options);
        return new MappedFile(FileOpener.Open(path, options));
    }

    /// <summary>Creates a file of the given length, all zeros, and maps it. A file that exists is truncated first.</summary>
    /// <param name="path">The file. If anything fails, a file that was not there before is removed again.</param>
    /// <param name="length">Bytes, 0 to 2⁵⁶.</param>
    /// <param name="options">How; <see cref="MapMode.ReadWrite"/> is implied.</param>
    /// <exception cref="ArgumentException">The options ask for another mode.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be created or written.</exception>
    /// <exception cref="IOException">The OS refused: too long for the file system, no space to preallocate, out of address space.</exception>
    public static MappedFile Create(string path, long length, MappedFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CheckLength(length);
        CheckOptions(options ??= Defaults);
        return new MappedFile(FileOpener.Create(path, length, options));
    }

    /// <summary>Maps a file that exists as it is, or creates it with the given length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">Bytes, 0 to 2⁵⁶, of a file that is created; one that exists keeps its own length.</param>
    /// <param name="options">How; <see cref="MapMode.ReadWrite"/> is implied.</param>
    /// <exception cref="ArgumentException">The options ask for another mode.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be created or written.</exception>
    /// <exception cref="IOException">The OS refused: too long for the file system, no space to preallocate, out of address space.</exception>
    public static MappedFile OpenOrCreate(string path, long length, MappedFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CheckLength(length);
        CheckOptions(options ??= Defaults);
        return new MappedFile(FileOpener.OpenOrCreate(path, length, options));
    }

    /// <summary>Maps a file that is open, and takes it over: it is closed with the mapping. Where this throws, the caller keeps it.</summary>
    /// <param name="file">The file, opened with the access that the mode needs.</param>
    /// <param name="options">How; <see cref="MappedFileOptions.Share"/> has no effect.</param>
    /// <exception cref="ArgumentException">The handle is invalid.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    /// <exception cref="UnauthorizedAccessException">The file was opened with less access than the mode needs.</exception>
    /// <exception cref="IOException">The OS refused: not a regular file, out of address space.</exception>
    public static MappedFile FromHandle(SafeFileHandle file, MappedFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        CheckOptions(options ??= Defaults);
        return new MappedFile(FileOpener.FromHandle(file, options));
    }

    private static void CheckLength(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, PageMath.MaxLength);
    }

    private static void CheckOptions(MappedFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Capacity, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Capacity, PageMath.MaxLength, nameof(options));
        if (options.Mode is { } mode && !Enum.IsDefined(mode))
        {
            throw new ArgumentOutOfRangeException(nameof(options), mode, "There is no such mode.");
        }

        if (!Enum.IsDefined(options.Prefault))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Prefault, "There is no such way to prefault.");
        }

        if (!Enum.IsDefined(options.HugePages))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.HugePages, "There is no such choice of huge pages.");
        }
    }
}
