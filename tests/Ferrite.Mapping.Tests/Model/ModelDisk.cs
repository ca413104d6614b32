namespace Ferrite.Mapping.Tests.Model;

/// <summary>The file's bytes as everybody sees them.</summary>
internal sealed class ModelDisk(byte[] content)
{
    private byte[] _bytes = content;

    internal long Length => _bytes.Length;

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Whether something was stored behind the end, in the last page. Only a growth by ourselves is promised to clear it.</summary>
    internal bool HasGarbage { get; set; }

    /// <summary>Views, enumerations and delegates that use a mapping of the file at the moment, one that was disposed too.</summary>
    internal int Holders { get; set; }

    internal byte this[long offset]
    {
        set => _bytes[offset] = value;
    }

    /// <summary>Behind the end are zeros.</summary>
    internal byte[] Load(long offset, long length)
    {
        byte[] loaded = new byte[length];
        int there = (int)Math.Clamp(Length - offset, 0, length);
        _bytes.AsSpan((int)Math.Min(offset, Length), there).CopyTo(loaded);
        return loaded;
    }

    internal void Resize(long length) => Array.Resize(ref _bytes, (int)length);
}
