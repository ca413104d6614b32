using Ferrite.Mapping.Internal.Watching;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>What the BCL tells of files on every OS: no inode and no time of change; which file it is says the time of its birth.</summary>
internal static class PortableFiles
{
    /// <summary>Those that no write sets.</summary>
    private const FileAttributes Told = ~(FileAttributes.Archive | FileAttributes.Normal);

    internal static OSError Observe(string path, out FileObservation observation)
    {
        long now = FileObservation.Now;
        try
        {
            FileSystemInfo info = File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
            var file = new FileInfo(info.FullName);
            observation = new FileObservation
            {
                Exists = file.Exists || Directory.Exists(info.FullName),
                IsFile = file.Exists,
                Identity = new FileIdentity(0, 0, FileObservation.ToNanoseconds(file.CreationTimeUtc)),
                Ownership = new FileOwnership((int)(file.Attributes & Told), 0, 0),
                Length = file.Exists ? file.Length : 0,
                Modified = FileObservation.ToNanoseconds(file.LastWriteTimeUtc),
                LookedAt = now,
            };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            observation = new FileObservation { LookedAt = now };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            observation = default;
            return new OSError("stat", e.HResult & 0xFFFF);
        }

        return OSError.None;
    }

    internal static OSError Observe(SafeFileHandle file, out FileObservation observation)
    {
        observation = new FileObservation
        {
            Exists = true,
            IsFile = true,
            Identity = new FileIdentity(0, 0, FileObservation.ToNanoseconds(File.GetCreationTimeUtc(file))),
            Ownership = new FileOwnership((int)(File.GetAttributes(file) & Told), 0, 0),
            Length = RandomAccess.GetLength(file),
            Modified = FileObservation.ToNanoseconds(File.GetLastWriteTimeUtc(file)),
            LookedAt = FileObservation.Now,
        };
        return OSError.None;
    }
}
