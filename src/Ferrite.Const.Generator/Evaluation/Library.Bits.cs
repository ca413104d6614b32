using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal static partial class Library
{
    private static void AddBits(Dictionary<string, ScalarFunction> functions)
    {
        const string Type = "System.Numerics.BitOperations";
        foreach (MirKind kind in (MirKind[])[MirKind.I32, MirKind.U32, MirKind.I64, MirKind.U64])
        {
            int bits = kind.Bits;
            ulong mask = bits == 64 ? ulong.MaxValue : uint.MaxValue;
            ScalarFunction leading = (a, _, _) => bits - BitLength((ulong)a & mask);
            ScalarFunction trailing = (a, _, _) => TrailingZeros((ulong)a & mask, bits);
            ScalarFunction count = (a, _, _) => PopCount((ulong)a & mask);
            functions[$"{Type}.TrailingZeroCount({kind})"] = trailing;
            functions[$"{Type}.IsPow2({kind})"] = (a, _, _) => Bool(a > 0 || (kind == MirKind.U64 && a != 0) ? PopCount((ulong)a & mask) == 1 : false);
            functions[$"{Owner(kind)}.PopCount({kind})"] = count;
            functions[$"{Owner(kind)}.LeadingZeroCount({kind})"] = leading;
            functions[$"{Owner(kind)}.TrailingZeroCount({kind})"] = trailing;
            functions[$"{Owner(kind)}.IsPow2({kind})"] = functions[$"{Type}.IsPow2({kind})"];
            if (!kind.IsUnsigned) continue;
            functions[$"{Type}.PopCount({kind})"] = count;
            functions[$"{Type}.LeadingZeroCount({kind})"] = leading;
            functions[$"{Type}.Log2({kind})"] = (a, _, _) => Math.Max(BitLength((ulong)a & mask) - 1, 0);
            functions[$"{Type}.RoundUpToPowerOf2({kind})"] = (a, _, _) => a == 0 ? 0 : bits == 64 ? Pow2(BitLength((ulong)a - 1)) : (uint)Pow2(BitLength((ulong)a - 1));
            functions[$"{Type}.RotateLeft({kind},I32)"] = bits == 64
                ? static (a, n, _) => (a << (int)n) | (long)((ulong)a >> (64 - ((int)n & 63)))
                : static (a, n, _) => (uint)(((uint)a << (int)n) | (uint)((ulong)(uint)a >> (32 - ((int)n & 31))));
            functions[$"{Type}.RotateRight({kind},I32)"] = bits == 64
                ? static (a, n, _) => (long)((ulong)a >> (int)n) | (a << (64 - ((int)n & 63)))
                : static (a, n, _) => (uint)(((uint)a >> ((int)n & 31)) | (uint)((ulong)(uint)a << (32 - ((int)n & 31))));
        }

        functions["System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(U32)"] = static (a, _, _) => Reverse((ulong)a, 4);
        functions["System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(U64)"] = static (a, _, _) => Reverse((ulong)a, 8);
        functions["System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(U16)"] = static (a, _, _) => Reverse((ulong)a, 2);
        functions["System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(I32)"] = static (a, _, _) => (int)Reverse((ulong)a, 4);
        functions["System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(I64)"] = static (a, _, _) => Reverse((ulong)a, 8);
        functions["System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(I16)"] = static (a, _, _) => (short)Reverse((ulong)a, 2);
    }

    private static int BitLength(ulong value)
    {
        int length = 0;
        for (; value != 0; value >>= 1) length++;
        return length;
    }

    private static int TrailingZeros(ulong value, int bits)
    {
        if (value == 0) return bits;
        int count = 0;
        for (; (value & 1) == 0; value >>= 1) count++;
        return count;
    }

    private static int PopCount(ulong value)
    {
        int count = 0;
        for (; value != 0; value &= value - 1) count++;
        return count;
    }

    private static long Pow2(int exponent) => exponent > 63 ? 0 : 1L << exponent;

    private static long Reverse(ulong value, int bytes)
    {
        ulong result = 0;
        for (int i = 0; i < bytes; i++, value >>= 8) result = (result << 8) | (value & 0xff);
        return (long)result;
    }

    private static void AddChars(Dictionary<string, ScalarFunction> functions)
    {
        Add("IsDigit", char.IsDigit);
        Add("IsLetter", char.IsLetter);
        Add("IsLetterOrDigit", char.IsLetterOrDigit);
        Add("IsUpper", char.IsUpper);
        Add("IsLower", char.IsLower);
        Add("IsWhiteSpace", char.IsWhiteSpace);
        Add("IsControl", char.IsControl);
        Add("IsSurrogate", char.IsSurrogate);
        Add("IsHighSurrogate", char.IsHighSurrogate);
        Add("IsLowSurrogate", char.IsLowSurrogate);
        Add("IsAscii", static c => c < 0x80);
        Add("IsAsciiDigit", static c => c is >= '0' and <= '9');
        Add("IsAsciiLetter", static c => (c | 0x20) is >= 'a' and <= 'z');
        Add("IsAsciiLetterUpper", static c => c is >= 'A' and <= 'Z');
        Add("IsAsciiLetterLower", static c => c is >= 'a' and <= 'z');
        Add("IsAsciiLetterOrDigit", static c => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'));
        Add("IsAsciiHexDigit", static c => c is (>= '0' and <= '9') or (>= 'A' and <= 'F') or (>= 'a' and <= 'f'));
        functions["System.Char.ToUpperInvariant(Char)"] = static (c, _, _) => char.ToUpperInvariant((char)c);
        functions["System.Char.ToLowerInvariant(Char)"] = static (c, _, _) => char.ToLowerInvariant((char)c);

        void Add(string name, Func<char, bool> test) => functions[$"System.Char.{name}(Char)"] = (c, _, _) => Bool(test((char)c));
    }
}
