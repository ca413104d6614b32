namespace Ferrite.Const.Generator.Tests.Evaluating;

/// <summary>Functions of the class library, with the overloads beside them.</summary>
internal static class LibraryPrograms
{
    internal static readonly string[] All =
    [
        "public static string Run() => \"abcabc\".IndexOf(\"B\", StringComparison.OrdinalIgnoreCase) + \",\" + \"abc\".StartsWith(\"AB\", StringComparison.OrdinalIgnoreCase) + \"abc\".EndsWith(\"bc\", StringComparison.Ordinal) + \"abc\".Equals(\"ABC\", StringComparison.OrdinalIgnoreCase) + string.Equals(\"a\", null, StringComparison.Ordinal);",
        "public static string Run() { int[] a = { 5, 3, 9, 1 }; Array.Sort(a, 1, 3); return a[0] + \",\" + a[1] + \",\" + a[2] + \",\" + a[3] + \",\" + Array.IndexOf(a, 9); }",
        "public static string Run() { int[] a = { 1, 2, 3, 4, 5 }; Array.Copy(a, 0, a, 1, 4); Array.Reverse(a, 1, 3); int[] b = new int[5]; Array.Copy(a, b, 3); Array.Clear(a); Array.Fill(b, 9, 3, 2); Array.Clear(b, 0, 1); return a[0] + \",\" + a[1] + \",\" + b[0] + b[1] + b[2] + \",\" + b[3] + \",\" + b[4]; }",
        "public static string Run() { int[] a = { 1, 2, 3, 2 }; var b = (int[])a.Clone(); b[0] = 7; int[] c = new int[6]; a.CopyTo(c, 2); return a[0] + \",\" + b[0] + b.Length + c[2] + c[5]; }",
        "public static string Run() { Span<int> s = new[] { 4, 2, 3, 2 }; s.Sort(); s.Reverse(); s[1..].Clear(); int[] a = s.ToArray(); return a[0] + \",\" + a[1] + s.IsEmpty + s.Slice(1, 2).Length; }",
        "public static string Run() { double[] d = { 0.0, -0.0, double.NaN }; double z = 0; return Array.IndexOf(d, -0.0) + \",\" + Array.IndexOf(d, z / z) + \",\" + d.AsSpan(0, 1).SequenceEqual(d.AsSpan(1, 1)); }",
        "struct S { public int X; } public static string Run() { S[] a = { new S { X = 1 }, new S { X = 2 }, new S { X = 3 } }; ref S r = ref a[0]; Array.Reverse(a); r.X += 10; ref S q = ref a[2]; Array.Copy(a, 0, a, 1, 2); q.X += 100; return a[0].X + \",\" + a[1].X + \",\" + a[2].X; }",
        "struct S { public int X; } public static string Run() { S[] a = new S[3]; Array.Fill(a, new S { X = 4 }); a[1].X = 7; Array.Clear(a, 0, 1); return a[0].X + \",\" + a[1].X + \",\" + a[2].X; }",
        "public static string Run() { Span<int> a = stackalloc int[] { 1, 2, 3, 4 }; Span<int> b = a[1..3]; b[0] = 9; b.CopyTo(a); a[^1]++; b.Fill(7); Span<byte> c = stackalloc byte[3]; Span<char> d = stackalloc[] { 'a', 'b' }; Span<long> e = stackalloc long[2] { 5, 6 }; return a[0] + \",\" + a[1] + \",\" + a[2] + \",\" + a[3] + c.Length + d[1] + e[1]; }",
        "public static bool Run() => int.TryParse(\"12x\", out int x) || x != 0 || !int.TryParse(\"12\", out x) || x != 12 || byte.TryParse(\"300\", out byte b) || b != 0 || int.TryParse((string?)null, out _) || !UInt128.TryParse(\"7\", out UInt128 u) || u != 7 || !long.TryParse(\" -5 \", out long l) || l != -5;",
        "public static string Run() { int[] a = new int[2]; int.TryParse(\"5\", out a[1]); return a[1] + \"\" + a[0]; }",
        "static T Max<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) > 0 ? a : b; public static string Run() => Max(3, 5) + Max(-1, -2) + \",\" + Max('a', 'b') + Max(1.5m, 1.50m) + Max(2UL, 1UL) + ((byte)3).CompareTo(9) + 'a'.CompareTo('c') + 3L.CompareTo(2) + true.CompareTo(false) + ((short)5).Equals(5) + 5.Equals(5);",
        "static bool Eq<T>(T a, T b) where T : IEquatable<T> => a.Equals(b); public static string Run() { double n = 0; n /= n; return Eq(n, n) + \",\" + Eq(0.0, -0.0) + Eq(\"a\", \"a\") + Eq(1.0m, 1.00m) + Eq((Int128)5, 5) + n.CompareTo(1); }",
        "public static string Run() => string.Concat(\"a\", null, \"b\") + string.Concat(\"a\", \"b\") + string.Concat(\"a\", \"b\", \"c\", \"d\") + string.Join(\",\", \"x\", \"y\") + string.Join(\"-\", new[] { \"a\", null, \"c\" }) + new string(new[] { 'a', 'b', 'c' }, 1, 2) + \"xxaxx\".Trim('x') + \"xa\".TrimStart('x') + \"ax\".TrimEnd('x');",
        "public static string Run() { var t = (A: 1, B: \"x\", C: (2, 3.0)); var u = t; u.C.Item2 = 9; return (t == u) + \",\" + (t.C == (2, 3)) + (t != u) + ((1, 2L) == (1, 2)) + ((1.5m, \"q\") == (1.50m, \"q\")); }",
        "public static bool Run() { double n = 0; n /= n; var t = (n, 1); return t == t; }",
        "class C { public int A { get; init; } = 3; public int[] B { get; } = { 1, 2 }; public int[] E = { 5 }; public C? D { get; set; } } public static int Run() { var c = new C { A = 4, D = new C { A = 1 } }; c.D.B[0] = 9; return c.A * 1000 + c.D.B[0] * 100 + c.B[0] * 10 + c.D.A + c.E[0]; }",
        "public static string Run() => \"aXbX\".Replace('X', 'y') + \"abc\".Insert(1, \"--\") + \"abcdef\".Remove(2, 2) + \"abc\".Remove(1) + \"abc\".ToUpperInvariant() + \"ABC\".ToLowerInvariant() + \"abc\".Contains('b') + \"abc\".Contains(\"bc\") + \"a\".PadRight(3, '.') + \"abcb\".LastIndexOf('b');",
        "public static string Run() => BitOperations.RotateLeft(0x80000001u, 4) + \",\" + BitOperations.RotateRight(1UL, 1) + \",\" + BitOperations.IsPow2(64) + BitOperations.Log2(1000u) + BitOperations.LeadingZeroCount(1UL) + BitOperations.TrailingZeroCount(8) + BitOperations.PopCount(255UL) + BitOperations.RoundUpToPowerOf2(33u);",
        "public static string Run() => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(0x12345678) + \",\" + System.Buffers.Binary.BinaryPrimitives.ReverseEndianness((ushort)0x1234) + BitConverter.SingleToInt32Bits(1.5f) + BitConverter.Int32BitsToSingle(1069547520) + BitConverter.DoubleToUInt64Bits(-2.0);",
        "public static string Run() => 255.ToString(\"X\") + (-1).ToString(\"X\") + ((byte)7).ToString(\"D3\") + 3.ToString() + 1.50m.ToString() + true.ToString() + 'c'.ToString() + 1e20.ToString() + 0.1f.ToString() + 123456789.125.ToString() + (1.0 / 3).ToString() + 1e-7.ToString() + float.MaxValue.ToString() + double.Epsilon.ToString();",
        "public static string Run() => Math.Max(1, 2L) + \",\" + Math.Clamp(5, 1, 3) + Math.Sign(-3) + Math.Abs(-3L) + Math.Round(2.5) + Math.Round(3.5) + Math.Floor(-1.5) + Math.Truncate(-1.5) + Math.Ceiling(1.2) + Math.Min(1.5f, 2f);",
        "public static string Run() => Encoding.UTF8.GetString(new byte[] { 97, 195, 188 }) + Encoding.UTF8.GetBytes(\"ü\")[1] + \"x\"u8.Length;",
        "public static string Run() { int a = 7; ref int b = ref a; b++; int[] c = [1, 2, b]; ReadOnlySpan<char> d = \"hello\".AsSpan(1, 3); string e = d.ToString() + new string(d) + d[1..].Length; return e + c[2] + a; }",
        "public static string Run() { string s = \"\"; foreach (int x in new[] { 3, 1, 2 }.AsSpan(1)) s += x; foreach (ref int y in new[] { 1, 2 }.AsSpan()) { y *= 2; s += y; } return s; }",
    ];
}
