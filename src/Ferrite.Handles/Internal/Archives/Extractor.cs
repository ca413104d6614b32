using Ferrite.Handles.Internal.Beneath;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Archives;

/// <summary>An extraction under way: what zip and tar have in common. For one thread.</summary>
internal sealed partial class Extractor
{
    private readonly SafeFileHandle _root;
    private readonly ExtractionOptions _options;
    private readonly IProgress<ExtractionProgress>? _progress;
    private readonly CancellationToken _cancellation;

    private readonly List<ExtractedEntry> _extracted = [];
    private readonly List<RefusedEntry> _refused = [];

    /// <summary>Clean names of the files and links of the archive so far, refused ones included.</summary>
    private readonly HashSet<string> _seen;

    /// <summary>Clean names of the files that were made.</summary>
    private readonly HashSet<string> _files;

    /// <summary>Clean names of the directories that were made, or found.</summary>
    private readonly HashSet<string> _directories = new(StringComparer.Ordinal) { RelativeName.Self };

    internal Extractor(DirectoryHandle directory, ExtractionOptions options, IProgress<ExtractionProgress>? progress, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(directory.Handle.IsClosed, directory);
        _root = directory.Handle;
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        Limits = new ExtractionLimits(options);
        _seen = new HashSet<string>(options.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        _files = new HashSet<string>(StringComparer.Ordinal);
    }

    internal ExtractionLimits Limits { get; }

    internal bool ApplyPermissions => _options.ApplyPermissions;

    internal ExtractionResult Result => new(_extracted, _refused);

    /// <summary>Extracts an entry, or notes why not. False where nothing after it is to be extracted.</summary>
    internal bool Take(string name, Func<ExtractedEntry> extract)
    {
        _cancellation.ThrowIfCancellationRequested();
        bool goesOn = true;
        try
        {
            Limits.CountEntry();
            _extracted.Add(extract());
        }
        catch (EntryRefusedException e)
        {
            Refuse(name, e.Reason, e.Message);
            goesOn = !e.Stops;
        }
        catch (InvalidDataException e)
        {
            Refuse(name, RefusalReason.Damaged, e.Message);
        }

        _progress?.Report(new ExtractionProgress(name, Limits.Entries, Limits.Length));
        return goesOn;
    }

    internal void Refuse(string name, RefusalReason reason, string why) =>
        _refused.Add(new RefusedEntry(name, reason, $"'{ArchiveName.Show(name)}' is refused: {why.TrimEnd('.')}."));

    /// <summary>Each file or link of an archive has a name of its own: the second would replace the first, or write through it.</summary>
    private string Claim(string name)
    {
        string clean = ArchiveName.Clean(name);
        if (clean is RelativeName.Self)
        {
            throw new EntryRefusedException(RefusalReason.Escape, "it is the destination itself");
        }

        if (!_seen.Add(clean))
        {
            throw new EntryRefusedException(
                RefusalReason.Duplicate, _options.IgnoreCase ? "an entry before it has that name, case aside" : "an entry before it has that name");
        }

        MakeDirectory(RelativeName.Parent(clean), FileRequest.UsualForDirectories);
        return clean;
    }

    private void MakeDirectory(string clean, UnixFileMode permissions)
    {
        if (_directories.Contains(clean))
        {
            return;
        }

        DirectoryError error = DirectoryMaker.Create(_root, clean, permissions, out SafeFileHandle directory);
        directory.Dispose();
        RefuseIf(error, clean);
        _directories.Add(clean);
    }

    /// <summary>What the OS says to a name is about the entry; a full disk and the like are not, and end the extraction.</summary>
    private static void RefuseIf(DirectoryError error, string clean)
    {
        if (error.IsNone)
        {
            return;
        }

        (RefusalReason Reason, string Why)? refusal = error.Kind switch
        {
            FailureKind.Leaves => (RefusalReason.Escape, "a link of the destination on its way leads outside"),
            FailureKind.Exists or FailureKind.IsADirectory => (RefusalReason.Exists, "the destination has something by that name"),
            FailureKind.NotADirectory => (RefusalReason.Exists, "a part of it is there and no directory"),
            FailureKind.NameTooLong or FailureKind.InvalidName => (RefusalReason.Name, "the name is too long, or none on this file system"),
            FailureKind.TooManyLinks or FailureKind.Moved or FailureKind.NotFound => (RefusalReason.Denied, "the way to it moves, or links on it lead nowhere"),
            FailureKind.Unsupported => (RefusalReason.Kind, "this OS, or this file system, cannot make one"),
            FailureKind.Denied or FailureKind.IsShared => (RefusalReason.Denied, "the OS denies it"),
            _ => null,
        };
        throw refusal is { } known ? new EntryRefusedException(known.Reason, known.Why) : error.ToException(clean);
    }
}
