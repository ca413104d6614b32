using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>A file of some pages, page n full of n + 1, to be cut behind a mapping's back.</summary>
internal sealed class CutFile : IDisposable
{
    internal const int Pages = 8;

    private readonly TempDirectory _directory = new();

    internal CutFile()
    {
        byte[] content = new byte[Pages * PageSize];
        for (int i = 0; i < content.Length; i++)
        {
            content[i] = ValueAt(i);
        }

        Path = _directory.FileOf(content);
    }

    internal static int PageSize => MappedFile.PageSize;

    internal string Path { get; }

    internal static byte ValueAt(long offset) => (byte)(1 + (offset / PageSize));

    internal MappedFile Map(MapMode mode = MapMode.ReadWrite) => MappedFile.Open(Path, mode);

    internal void CutToPages(int pages) => SetLength((long)pages * PageSize);

    internal void SetLength(long length) => SetLength(Path, length);

    internal static void SetLength(string path, long length)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.SetLength(file, length);
    }

    public void Dispose() => _directory.Dispose();
}
