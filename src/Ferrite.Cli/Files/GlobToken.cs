using System.Buffers;
using System.Text;

namespace Ferrite.Cli.Files;

/// <summary>One part of a <see cref="Glob"/>. A symbol is a code point, or a byte that is part of none.</summary>
internal sealed record GlobToken(GlobKind Kind, int Symbol = 0, bool Negated = false, IReadOnlyList<(int First, int Last)>? Ranges = null)
{
    /// <summary>Beyond all code points.</summary>
    private const int FirstByte = 0x110000;

    internal bool Repeats => Kind is GlobKind.AnyName or GlobKind.Anything or GlobKind.Directories;

    internal static int OfByte(byte value) => FirstByte + value;

    internal bool Accepts(int symbol) => Kind switch
    {
        GlobKind.Literal => symbol == Symbol,
        GlobKind.AnyOne or GlobKind.AnyName => symbol != '/',
        GlobKind.OneOf => symbol != '/' && Ranges!.Any(range => symbol >= range.First && symbol <= range.Last) != Negated,
        _ => true,
    };

    /// <exception cref="FormatException">Something has no end.</exception>
    internal static GlobToken Read(ref ReadOnlySpan<byte> pattern)
    {
        if (pattern.StartsWith("**/"u8))
        {
            pattern = pattern[3..];
            return new GlobToken(GlobKind.Directories);
        }

        if (pattern.StartsWith("**"u8))
        {
            pattern = pattern[2..];
            return new GlobToken(GlobKind.Anything);
        }

        int symbol = ReadSymbol(ref pattern);
        return symbol switch
        {
            '*' => new GlobToken(GlobKind.AnyName),
            '?' => new GlobToken(GlobKind.AnyOne),
            '[' => ReadSet(ref pattern),
            '\\' => new GlobToken(GlobKind.Literal, pattern.IsEmpty ? throw new FormatException("nothing follows '\\'") : ReadSymbol(ref pattern)),
            _ => new GlobToken(GlobKind.Literal, symbol),
        };
    }

    private static GlobToken ReadSet(ref ReadOnlySpan<byte> pattern)
    {
        bool negated = !pattern.IsEmpty && pattern[0] is (byte)'!' or (byte)'^';
        pattern = negated ? pattern[1..] : pattern;
        List<(int First, int Last)> ranges = [];
        // A bracket that stands first is a member.
        while (!pattern.IsEmpty && (pattern[0] != (byte)']' || ranges.Count == 0))
        {
            int first = ReadMember(ref pattern);
            int last = first;
            if (pattern.Length > 1 && pattern[0] == (byte)'-' && pattern[1] != (byte)']')
            {
                pattern = pattern[1..];
                last = ReadMember(ref pattern);
            }

            ranges.Add((first, last));
        }

        pattern = pattern.IsEmpty ? throw new FormatException("'[' has no ']'") : pattern[1..];
        return new GlobToken(GlobKind.OneOf, Negated: negated, Ranges: ranges);
    }

    private static int ReadMember(ref ReadOnlySpan<byte> pattern)
    {
        int symbol = ReadSymbol(ref pattern);
        return symbol != '\\' ? symbol
            : pattern.IsEmpty ? throw new FormatException("nothing follows '\\'")
            : ReadSymbol(ref pattern);
    }

    private static int ReadSymbol(ref ReadOnlySpan<byte> text)
    {
        bool isText = Rune.DecodeFromUtf8(text, out Rune rune, out int length) == OperationStatus.Done;
        int symbol = isText ? rune.Value : OfByte(text[0]);
        text = text[(isText ? length : 1)..];
        return symbol;
    }
}
