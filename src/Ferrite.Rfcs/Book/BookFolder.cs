using System.Text;

namespace Ferrite.Rfcs.Book;

/// <summary>The directory of a book. It takes over nobody's files: a list in it says which are the book's own.</summary>
internal sealed class BookFolder
{
    private const string ListName = ".ferrite-rfc-book";

    private readonly string _directory;
    private readonly string[] _earlier;
    private readonly SortedSet<string> _written = new(StringComparer.Ordinal);

    /// <exception cref="RfcException">The directory has other things in it, or can't be made.</exception>
    internal BookFolder(string directory)
    {
        _directory = Path.GetFullPath(directory);
        string list = Path.Combine(_directory, ListName);
        if (!File.Exists(list) && Directory.Exists(_directory) && Directory.EnumerateFileSystemEntries(_directory).Any())
        {
            throw new RfcException($"{directory} is not empty, and no earlier book; nothing was written.");
        }

        Directory.CreateDirectory(_directory);
        _earlier = File.Exists(list) ? File.ReadAllLines(list) : [];
        foreach (string name in _earlier)
        {
            _ = PathOf(name);
        }
    }

    internal void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    internal void Write(string name, byte[] bytes)
    {
        string path = PathOf(name);
        if (File.Exists(path) && !_earlier.Contains(name, StringComparer.Ordinal) && !_written.Contains(name))
        {
            throw new RfcException($"{path} is there, and not of an earlier book; it was not written over.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        _written.Add(name);
    }

    /// <summary>Takes away what only the earlier book had.</summary>
    internal void Finish()
    {
        File.WriteAllLines(Path.Combine(_directory, ListName), _written);
        foreach (string name in _earlier.Where(name => !_written.Contains(name)))
        {
            File.Delete(PathOf(name));
        }
    }

    private string PathOf(string name)
    {
        string path = Path.GetFullPath(Path.Combine(_directory, name));
        return path.StartsWith(_directory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new RfcException($"{Path.Combine(_directory, ListName)} names '{name}', which is not in the book.");
    }
}
