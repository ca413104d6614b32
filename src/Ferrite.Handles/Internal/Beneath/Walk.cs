using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>
/// Goes from a directory to what a name means, one component at a time. The OS is only ever asked for single names that it must not follow:
/// links are read and followed here, and <c>..</c> inside them goes back to a directory that was passed through, so that whatever is swapped
/// meanwhile, nothing outside is reached.
/// </summary>
internal sealed class Walk : IDisposable
{
    /// <summary>As Linux: path_resolution(7).</summary>
    private const int MostLinks = 40;

    /// <summary>How often a name may turn from a directory into a link and back between two looks.</summary>
    private const int MostTurns = 256;

    private readonly IWalkCalls _calls;
    private readonly SafeFileHandle _root;
    private readonly Stack<SafeFileHandle> _passed = new();

    /// <summary>What is still to be gone, the next on top.</summary>
    private readonly Stack<string> _ahead = new();

    private int _links;
    private int _turns;

    internal Walk(IWalkCalls calls, SafeFileHandle root, string name)
    {
        _calls = calls;
        _root = root;
        Push(name);
    }

    /// <summary>Where the walk has come. Belongs to the walk, until it is taken.</summary>
    internal SafeFileHandle Directory => _passed.Count == 0 ? _root : _passed.Peek();

    /// <summary>The last component, once the walk has come to it: no <c>..</c>, and <c>.</c> for <see cref="Directory"/> itself.</summary>
    internal string Last => _ahead.Count == 0 ? RelativeName.Self : _ahead.Peek();

    public void Dispose()
    {
        foreach (SafeFileHandle directory in _passed)
        {
            directory.Dispose();
        }

        _passed.Clear();
    }

    /// <summary>Goes on until one component is left.</summary>
    internal DirectoryError ToLast() => GoOn(until: 1);

    /// <summary>Goes all the way; the end is a directory.</summary>
    internal DirectoryError ToEnd() => GoOn(until: 0);

    /// <summary>The directory that was reached: the caller's to dispose of, and null where it is the root.</summary>
    internal SafeFileHandle? TakeDirectory() => _passed.Count == 0 ? null : _passed.Pop();

    /// <summary>The last component turned out to be a link: puts in its place what it leads to. Then it goes <see cref="ToLast"/> again.</summary>
    internal DirectoryError FollowLast() => Follow(Last, toDirectory: false);

    private DirectoryError GoOn(int until)
    {
        while (_ahead.Count > until || (_ahead.Count != 0 && _ahead.Peek() is ".." or "."))
        {
            DirectoryError error = Step(_ahead.Peek());
            if (!error.IsNone)
            {
                return error;
            }
        }

        return DirectoryError.None;
    }

    private DirectoryError Step(string name)
    {
        if (name is ".")
        {
            _ahead.Pop();
            return DirectoryError.None;
        }

        if (name is "..")
        {
            if (_passed.Count == 0)
            {
                return new DirectoryError(FailureKind.Leaves, "open");
            }

            _ahead.Pop();
            _passed.Pop().Dispose();
            return DirectoryError.None;
        }

        DirectoryError error = _calls.OpenDirectory(Directory, name, out SafeFileHandle directory);
        if (error.IsNone)
        {
            _ahead.Pop();
            _passed.Push(directory);
            return DirectoryError.None;
        }

        directory.Dispose();
        return error.Kind is FailureKind.NotADirectory or FailureKind.IsLink ? Follow(name, toDirectory: true) : error;
    }

    private DirectoryError Follow(string name, bool toDirectory)
    {
        DirectoryError error = _calls.ReadLink(Directory, name, out string target);
        if (error.Kind == FailureKind.IsNoLink)
        {
            return LookAgain(name, toDirectory);
        }

        if (!error.IsNone)
        {
            return error;
        }

        if (++_links > MostLinks)
        {
            return new DirectoryError(FailureKind.TooManyLinks, "open");
        }

        if (target.Length == 0)
        {
            return new DirectoryError(FailureKind.NotFound, "readlink");
        }

        if (Path.IsPathRooted(target))
        {
            return new DirectoryError(FailureKind.Leaves, "open");
        }

        _ahead.Pop();
        Push(target);
        return DirectoryError.None;
    }

    /// <summary>It was no directory, and then no link: a file then, or something that became the one and then the other.</summary>
    private DirectoryError LookAgain(string name, bool toDirectory)
    {
        DirectoryError error = _calls.GetKind(Directory, name, out EntryKind kind);
        if (!error.IsNone)
        {
            return error;
        }

        if (toDirectory && kind is not (EntryKind.Directory or EntryKind.SymbolicLink))
        {
            return new DirectoryError(FailureKind.NotADirectory, "open");
        }

        return ++_turns <= MostTurns ? DirectoryError.None : new DirectoryError(FailureKind.Moved, "open");
    }

    /// <summary>A separator at the end asks for a directory: "." has to be one.</summary>
    private void Push(string path)
    {
        string[] parts = path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (parts[^1].Length == 0)
        {
            parts[^1] = ".";
        }

        for (int i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i].Length != 0)
            {
                _ahead.Push(parts[i]);
            }
        }
    }
}
