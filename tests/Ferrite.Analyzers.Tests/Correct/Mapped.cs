using System.Buffers.Binary;
using Ferrite.Mapping;

namespace Correct.Mapped;

/// <summary>A log in a mapped file.</summary>
public sealed class Log(string path) : IDisposable
{
    private readonly MappedFile _file = MappedFile.Create(path, 4096, new() { Capacity = 1L << 30 });
    private long _end;

    public void Append(ReadOnlySpan<byte> record)
    {
        long length = _file.Length;
        if (_end + record.Length + sizeof(int) > length)
        {
            _file.Resize(length * 2);
        }

        using (WritableMappedView view = _file.GetWritableView(_end, record.Length + sizeof(int)))
        {
            BinaryPrimitives.WriteInt32LittleEndian(view.Span, record.Length);
            record.CopyTo(view.Span[sizeof(int)..]);
        }

        _end += record.Length + sizeof(int);
    }

    public byte[] Read(long offset)
    {
        int length = _file.Read<int>(offset);
        using MappedView view = _file.GetView(offset + sizeof(int), length);
        ReadOnlySpan<byte> bytes = view.Span;
        return bytes.ToArray();
    }

    public long CountZeros()
    {
        _file.Refresh();
        long count = 0;
        foreach (ReadOnlySpan<byte> chunk in _file.Chunks(1 << 16))
        {
            count += chunk.Count((byte)0);
        }

        return count;
    }

    public bool HasGrown()
    {
        long before = _file.Length;
        _file.Refresh();
        return before < _file.Length;
    }

    public void Dispose() => _file.Dispose();
}
