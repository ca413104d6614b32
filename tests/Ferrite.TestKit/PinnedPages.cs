using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.TestKit;

/// <summary>Pages of a file locked in memory.</summary>
internal sealed class PinnedPages : IDisposable
{
    private readonly nint _address;
    private readonly long _length;

    internal PinnedPages(string path, IEnumerable<long> pages)
    {
        using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite);
        _length = RandomAccess.GetLength(file);
        _address = PageCacheCalls.Map(file, _length);
        foreach (long page in pages)
        {
            PageCacheCalls.Lock(_address + (nint)(page * MappedFile.PageSize));
        }
    }

    public void Dispose() => PageCacheCalls.Unmap(_address, _length);
}
