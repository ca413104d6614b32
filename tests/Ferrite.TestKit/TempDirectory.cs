namespace Ferrite.TestKit;

/// <summary>A directory of its own for one test, removed with all that is in it.</summary>
public sealed class TempDirectory : IDisposable
{
    /// <summary>How the name of every such directory of this process begins: the leak probe looks for it.</summary>
    internal static readonly string Prefix = $"ferrite-{Environment.ProcessId}-";

    public TempDirectory()
        : this(System.IO.Path.GetTempPath())
    {
    }

    public TempDirectory(string root)
    {
        Path = System.IO.Path.Combine(root, $"{Prefix}{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>The path of a file in it, which need not exist.</summary>
    public string File(string name = "data") => System.IO.Path.Combine(Path, name);

    /// <summary>A new file in it with the given bytes.</summary>
    public string FileOf(ReadOnlySpan<byte> content, string name = "data")
    {
        System.IO.File.WriteAllBytes(File(name), content);
        return File(name);
    }

    /// <summary>A new file in it that is one hole.</summary>
    public string SparseFile(long length, string name = "data")
    {
        using FileStream stream = System.IO.File.Create(File(name));
        stream.SetLength(length);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
