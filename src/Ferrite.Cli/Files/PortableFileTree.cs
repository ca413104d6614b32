using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Files;

/// <summary>
/// macOS and Windows, by what the runtime offers: there names are Unicode, but hard links can't be told apart. Compiled and reviewed,
/// run on Linux by a test.
/// </summary>
internal sealed class PortableFileTree(ITreeVisitor visitor, Func<string, SafeFileHandle> open)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = default, IgnoreInaccessible = false };

    private ulong _files;

    internal void Walk(string path)
    {
        try
        {
            // A link that was asked for by name is followed.
            FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
            Visit(info.ResolveLinkTarget(returnFinalTarget: true) ?? info, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            visitor.OnFailure(PathBytes.Of(path), e.Message);
        }
    }

    private void Visit(FileSystemInfo info, string path)
    {
        try
        {
            if (info is DirectoryInfo directory)
            {
                visitor.OnDirectory();
                IEnumerable<FileSystemInfo> entries = directory.EnumerateFileSystemInfos("*", Everything);
                foreach (FileSystemInfo entry in entries.OrderBy(static entry => entry.Name, StringComparer.Ordinal))
                {
                    if (entry.LinkTarget is null)
                    {
                        Visit(entry, Path.Join(path, entry.Name));
                    }
                }
            }
            else if (info.Attributes.HasFlag(FileAttributes.Device))
            {
                visitor.OnPassedOver();
            }
            else
            {
                using SafeFileHandle handle = open(info.FullName);
                visitor.OnFile(new FoundFile(PathBytes.Of(path), handle, RandomAccess.GetLength(handle), new FileIdentity(0, _files++)));
            }
        }
        catch (NotSupportedException)
        {
            // A pipe has no length.
            visitor.OnPassedOver();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            visitor.OnFailure(PathBytes.Of(path), e.Message);
        }
    }
}
