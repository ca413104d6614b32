using Ferrite.Handles.Internal.Beneath;

namespace Ferrite.Handles.Internal.Archives;

internal sealed partial class Extractor
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Neither set-user-id, set-group-id nor sticky.</summary>
    private const UnixFileMode Plain = (UnixFileMode)0x1FF;

    internal ExtractedEntry Directory(string name, UnixFileMode? permissions)
    {
        string clean = ArchiveName.Clean(name);
        MakeDirectory(RelativeName.Parent(clean), FileRequest.UsualForDirectories);
        MakeDirectory(clean, permissions is { } own && ApplyPermissions ? (own & Plain) | Owner : FileRequest.UsualForDirectories);
        return new ExtractedEntry(name, EntryKind.Directory, 0);
    }

    internal ExtractedEntry SymbolicLink(string name, string target)
    {
        RefuseUnwantedLinks();
        LinkTarget.Check(target);
        string clean = Claim(name);
        RemoveOld(clean);
        RefuseIf(Directories.OS.CreateSymbolicLink(_root, clean, target), clean);
        // Where it is may be reached by other links: only now it is known what its ".." mean. What is not there yet cannot lead out: each
        // link that comes is looked at in the same way.
        if (Directories.OS.GetMetadata(_root, clean, follow: true, out _).Kind == FailureKind.Leaves)
        {
            _ = Directories.OS.Delete(_root, clean);
            throw new EntryRefusedException(RefusalReason.Link, $"it leads outside, to '{ArchiveName.Show(target)}'");
        }

        return new ExtractedEntry(name, EntryKind.SymbolicLink, 0);
    }

    internal ExtractedEntry HardLink(string name, string target)
    {
        RefuseUnwantedLinks();
        string existing = ArchiveName.Clean(target);
        if (!_files.Contains(existing))
        {
            throw new EntryRefusedException(RefusalReason.Link, $"it is a hard link to '{ArchiveName.Show(target)}', which is no file that was extracted");
        }

        string clean = Claim(name);
        RemoveOld(clean);
        RefuseIf(Directories.OS.CreateHardLink(_root, existing, clean), clean);
        _files.Add(clean);
        return new ExtractedEntry(name, EntryKind.File, 0);
    }

    private void RefuseUnwantedLinks()
    {
        if (_options.Links == ArchiveLinks.Refuse)
        {
            throw new EntryRefusedException(RefusalReason.Link, "it is a link");
        }
    }

    /// <summary>What a link replaces: a file or a link, never a directory.</summary>
    private void RemoveOld(string clean)
    {
        if (_options.Overwrite
            && Directories.OS.GetMetadata(_root, clean, follow: false, out EntryMetadata? old).IsNone
            && old!.Kind != EntryKind.Directory)
        {
            RefuseIf(Directories.OS.Delete(_root, clean), clean);
        }
    }
}
