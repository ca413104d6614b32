using Ferrite.Handles;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

internal static partial class FileOpener
{
    /// <summary>Beneath a directory, whose handle refuses what is no regular file.</summary>
    internal static (FileMapping Mapping, Region Region) Open(DirectoryHandle directory, string name, MappedFileOptions options)
    {
        MapMode mode = options.Mode ?? MapMode.ReadOnly;
        SafeFileHandle file = directory.OpenFile(name, mode == MapMode.ReadWrite ? FileAccess.ReadWrite : FileAccess.Read, options.Share);
        try
        {
            return FromHandle(file, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
