using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Files;

/// <summary>
/// macOS and Windows, by what the runtime offers: there names are Unicode, but hard links can't be told apart. Compiled and reviewed,
/// run on Linux by a test.
/// </summary>
internal sealed class PortableFileTree(TreeSelection selection, ITreeVisitor visitor, Func<string, SafeFileHandle> open)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = default, IgnoreInaccessible = false };

    /// <summary>The directories that were walked; null where no link can lead to one of them again.</summary>
    private readonly HashSet<string>? _walked = selection.Follow ? [] : null;

    private ulong _files;
    private string _root = "";

    internal void Walk(string path)
    {
        _root = path;
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
                VisitEntries(directory, path);
            }
            else if (info.Attributes.HasFlag(FileAttributes.Device))
            {
                visitor.OnPassedOver(PassedOver.Special);
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
            visitor.OnPassedOver(PassedOver.Special);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            visitor.OnFailure(PathBytes.Of(path), e.Message);
        }
    }

    private void VisitEntries(DirectoryInfo directory, string path)
    {
        if (_walked?.Add(directory.FullName) == false && !path.Equals(_root, StringComparison.Ordinal))
        {
            visitor.OnPassedOver(PassedOver.WalkedAlready);
            return;
        }

        visitor.OnDirectory();
        IEnumerable<FileSystemInfo> entries = directory.EnumerateFileSystemInfos("*", Everything);
        foreach (FileSystemInfo entry in entries.OrderBy(static entry => entry.Name, StringComparer.Ordinal).TakeWhile(_ => !visitor.IsStopped))
        {
            if (entry.LinkTarget is null || selection.Follow)
            {
                VisitEntry(entry, Path.Join(path, entry.Name));
            }
        }
    }

    private void VisitEntry(FileSystemInfo entry, string path)
    {
        try
        {
            FileSystemInfo target = entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry;
            if (selection.Takes(BelowRoot(path), target is DirectoryInfo))
            {
                Visit(target, path);
            }
        }
        catch (IOException e)
        {
            visitor.OnFailure(PathBytes.Of(path), e.Message);
        }
    }

    private byte[] BelowRoot(string path) => Encoding.UTF8.GetBytes(Path.GetRelativePath(_root, path).Replace('\\', '/'));
}
