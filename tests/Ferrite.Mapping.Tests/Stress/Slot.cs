using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>
/// Bytes that one thread alone writes, never with zeros. A write that did not throw is in the file; one that threw may be, byte by byte.
/// The file is read by a system call.
/// </summary>
internal sealed class Slot(SafeFileHandle disk, long offset)
{
    private readonly byte[] _known = Layout.Content.AsSpan((int)offset, Layout.SlotSize).ToArray();
    private readonly byte[] _written = new byte[Layout.SlotSize];
    private readonly byte[] _found = new byte[Layout.SlotSize];
    private byte _value;

    internal long Offset => offset;

    /// <summary>What to write next.</summary>
    internal ReadOnlySpan<byte> Next(int length)
    {
        _value = (byte)(_value == byte.MaxValue ? 1 : _value + 1);
        _written.AsSpan(0, length).Fill(_value);
        return _written.AsSpan(0, length);
    }

    internal void Wrote(int length) => _written.AsSpan(0, length).CopyTo(_known);

    /// <exception cref="InvalidDataException">A write is lost.</exception>
    internal void Check(string kind, int uncertain)
    {
        int read = RandomAccess.Read(disk, _found, offset);
        if (read != _found.Length)
        {
            throw new InvalidDataException($"{kind}: the file ends after {offset + read} bytes.");
        }

        for (int i = 0; i < _found.Length; i++)
        {
            if (_found[i] != _known[i] && !(i < uncertain && _found[i] == _written[i]))
            {
                throw new InvalidDataException($"{kind}: byte {i} of the slot at {offset} is {_found[i]} in the file, not {_known[i]}.");
            }
        }

        _found.CopyTo(_known, 0);
    }
}
