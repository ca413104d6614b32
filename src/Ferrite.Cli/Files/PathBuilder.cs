namespace Ferrite.Cli.Files;

/// <summary>The path of where the walk is, in one buffer that names are put onto and taken off again.</summary>
internal sealed class PathBuilder
{
    private byte[] _bytes = new byte[256];
    private int _length;
    private int _rootLength;

    internal PathBytes Path => new(_bytes.AsMemory(0, _length));

    /// <summary>Without what <see cref="Reset"/> began with, and the slash after it.</summary>
    internal ReadOnlySpan<byte> BelowRoot => _bytes.AsSpan(_rootLength, _length - _rootLength).TrimStart((byte)'/');

    internal void Reset(ReadOnlySpan<byte> path)
    {
        _length = 0;
        Append(path);
        _rootLength = _length;
    }

    /// <summary>Goes to an entry of the directory. Returns what <see cref="Leave"/> takes to come back.</summary>
    internal int Enter(ReadOnlySpan<byte> name)
    {
        int before = _length;
        if (before > 0 && _bytes[before - 1] != (byte)'/')
        {
            Append("/"u8);
        }

        Append(name);
        return before;
    }

    internal void Leave(int before) => _length = before;

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
