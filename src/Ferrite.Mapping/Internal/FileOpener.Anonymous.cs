using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

internal static partial class FileOpener
{
    /// <summary>Of the pool of huge pages where they are asked for and there are any; else like any other file, in memory.</summary>
    internal static (FileMapping Mapping, Region Region) CreateAnonymous(long length, MappedFileOptions options)
    {
        RefuseOtherModes(options);
        bool mayBePooled = options.HugePages != HugePages.None && length > 0 && options.Capacity <= length && Backend.HasHugePagePool;
        return mayBePooled && TryCreatePooled(length, options) is { } pooled ? pooled : CreateAnonymous(length, options, ofHugePages: false);
    }

    /// <summary>Null where the pool has too few pages, or the length is no multiple of one.</summary>
    private static (FileMapping Mapping, Region Region)? TryCreatePooled(long length, MappedFileOptions options)
    {
        try
        {
            return CreateAnonymous(length, options, ofHugePages: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static (FileMapping Mapping, Region Region) CreateAnonymous(long length, MappedFileOptions options, bool ofHugePages)
    {
        Backend.CreateAnonymous(ofHugePages, out SafeFileHandle file).ThrowIfFailed(path: null);
        try
        {
            Backend.SetLength(file, length).ThrowIfFailed(path: null);
            if (options.Preallocate && length > 0)
            {
                Backend.Preallocate(file, 0, length).ThrowIfFailed(path: null);
            }

            Backend.Seal(file, options.Capacity > 0 ? FileSeals.Shrink : FileSeals.Shrink | FileSeals.Grow).ThrowIfFailed(path: null);
            var mapping = new FileMapping(file, path: null, MapMode.ReadWrite, options, created: false, Backend.GetSeals(file));
            return (mapping, mapping.Open(length, options.Capacity));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
