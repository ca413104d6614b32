using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Directories;

/// <summary>A directory to be kept inside of, and another beside it that nothing may reach.</summary>
internal sealed class Playground : IDisposable
{
    internal const string Secret = "secret";

    private readonly TempDirectory _temp = new();
    private readonly string[] _before;

    internal Playground()
    {
        Directory.CreateDirectory(Inside);
        Directory.CreateDirectory(Path.Combine(Outside, "dir"));
        File.WriteAllText(Path.Combine(Outside, "file"), Secret);
        File.WriteAllText(Path.Combine(Outside, "dir", "file"), Secret);
        File.WriteAllText(Path.Combine(Outside, "only-outside"), Secret);
        File.WriteAllText(Path.Combine(_temp.Path, "file"), Secret);
        Root = DirectoryHandle.Open(Inside);
        _before = Look();
    }

    internal string Inside => Path.Combine(_temp.Path, "inside");

    internal string Outside => Path.Combine(_temp.Path, "outside");

    internal DirectoryHandle Root { get; }

    public void Dispose()
    {
        Root.Dispose();
        _temp.Dispose();
    }

    internal string At(string name) => Path.Combine(Inside, name);

    internal void MakeFile(string name, string content = "inside")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), content);
    }

    internal void MakeLink(string name, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.CreateSymbolicLink(At(name), target);
    }

    internal string Read(string name) => Read(Root, name);

    internal static string Read(DirectoryHandle root, string name)
    {
        using SafeFileHandle file = root.OpenFile(name);
        return ReadAll(file);
    }

    internal static string ReadAll(SafeFileHandle file)
    {
        byte[] bytes = new byte[RandomAccess.GetLength(file)];
        int read = RandomAccess.Read(file, bytes, 0);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, read);
    }

    /// <summary>Nothing beside the inside was made, changed or deleted.</summary>
    internal void AssertOutsideUntouched() => Assert.Equal(_before, Look());

    private string[] Look() =>
    [
        .. Directory.EnumerateFileSystemEntries(Outside, "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFileSystemEntries(_temp.Path))
            .Order(StringComparer.Ordinal)
            .Select(path => string.Equals(path, Inside, StringComparison.Ordinal) ? path
                : $"{path} {File.GetAttributes(path)} {File.GetLastWriteTimeUtc(path).Ticks} {(File.Exists(path) ? File.ReadAllText(path) : "")}"),
    ];
}
