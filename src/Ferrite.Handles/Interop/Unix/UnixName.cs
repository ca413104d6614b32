using System.Buffers;
using System.Text;

namespace Ferrite.Handles.Interop.Unix;

/// <summary>
/// Names on Unix are bytes. Those that are UTF-8 become its characters; every other byte b becomes the lone surrogate U+DC00 + b, and back:
/// as in Python (PEP 383), so that any name can be read, compared and opened again.
/// </summary>
internal static class UnixName
{
    private const char Escape = '\uDC00';
    private const int FirstEscaped = 0x80;
    private const int LastEscaped = 0xFF;

    /// <summary>A character of UTF-16 has at most three bytes.</summary>
    internal static int MostBytes(string name) => name.Length * 3;

    internal static int CountBytes(string name)
    {
        byte[] bytes = new byte[MostBytes(name)];
        return Encode(name, bytes);
    }

    /// <summary>Bytes written.</summary>
    /// <exception cref="ArgumentException">The name has a NUL, or half a surrogate pair that stands for no byte.</exception>
    internal static int Encode(ReadOnlySpan<char> name, Span<byte> bytes)
    {
        if (name.Contains('\0'))
        {
            throw new ArgumentException("A name has no NUL.", nameof(name));
        }

        // Most names are nothing else.
        _ = Ascii.FromUtf16(name, bytes, out int written);
        name = name[written..];
        while (!name.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(name, out Rune rune, out int used) == OperationStatus.Done)
            {
                written += rune.EncodeToUtf8(bytes[written..]);
            }
            else
            {
                int escaped = name[0] - Escape;
                bytes[written++] = escaped is >= FirstEscaped and <= LastEscaped
                    ? (byte)escaped
                    : throw new ArgumentException("The name has half a surrogate pair.", nameof(name));
            }

            name = name[used..];
        }

        return written;
    }

    internal static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var name = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int used) == OperationStatus.Done)
            {
                name.Append(rune.ToString());
            }
            else
            {
                used = 1;
                name.Append((char)(Escape + bytes[0]));
            }

            bytes = bytes[used..];
        }

        return name.ToString();
    }
}
