using System.Text;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal static partial class Library
{
    private const string String = "System.String.";

    private static void AddStrings(Dictionary<string, ObjectFunction> functions)
    {
        functions["string.Concat"] = static (machine, a) =>
        {
            machine.Allocate(24 + (2L * a.Sum(static part => (long)(((string?)part.Object)?.Length ?? 0))));
            return Value.Of(string.Concat(a.Select(static part => (string?)part.Object)));
        };
        foreach (string parameters in (string[])["String,String", "String,String,String", "String,String,String,String"]) functions[$"{String}Concat({parameters})"] = functions["string.Concat"];
        functions[String + "Concat(Array)"] = functions[String + "Concat(Span)"] = static (machine, a) => machine.NewText(string.Concat(Strings(a[0])));
        functions[String + ".ctor(Char,I32)"] = static (machine, a) =>
        {
            machine.Allocate(2 * Math.Max(a[1].Bits, 0));
            return machine.NewText(new string((char)a[0].Bits, (int)a[1].Bits));
        };
        functions[String + ".ctor(Array)"] = functions[String + ".ctor(Span)"] = functions["span.ToString"] = static (machine, a) => machine.NewText(Chars(machine, a[0]));
        functions[String + ".ctor(Array,I32,I32)"] = static (machine, a) => machine.NewText(Chars(machine, Value.Of(Slice(a[0], a[1].Bits, a[2].Bits))));
        functions[String + "Substring(I32)"] = static (machine, a) => machine.NewText(This(a).Substring((int)a[1].Bits));
        functions[String + "Substring(I32,I32)"] = static (machine, a) => machine.NewText(This(a).Substring((int)a[1].Bits, (int)a[2].Bits));
        functions[String + "Remove(I32)"] = static (machine, a) => machine.NewText(This(a).Remove((int)a[1].Bits));
        functions[String + "Remove(I32,I32)"] = static (machine, a) => machine.NewText(This(a).Remove((int)a[1].Bits, (int)a[2].Bits));
        functions[String + "Insert(I32,String)"] = static (machine, a) => machine.NewText(This(a).Insert((int)a[1].Bits, (string)a[2].Object!));
        functions[String + "Replace(Char,Char)"] = static (machine, a) => machine.NewText(This(a).Replace((char)a[1].Bits, (char)a[2].Bits));
        functions[String + "Replace(String,String)"] = static (machine, a) =>
        {
            long growth = Math.Max(((string?)a[2].Object)?.Length ?? 0, 1) / Math.Max(((string?)a[1].Object)?.Length ?? 1, 1);
            machine.Allocate(2 * This(a).Length * (growth + 1));
            WorkOfSearch(machine, a);
            return machine.NewText(This(a).Replace((string)a[1].Object!, (string?)a[2].Object));
        };
        functions[String + "Trim(Char)"] = static (machine, a) => machine.NewText(This(a).Trim((char)a[1].Bits));
        functions[String + "TrimStart(Char)"] = static (machine, a) => machine.NewText(This(a).TrimStart((char)a[1].Bits));
        functions[String + "TrimEnd(Char)"] = static (machine, a) => machine.NewText(This(a).TrimEnd((char)a[1].Bits));
        functions[String + "Trim()"] = static (machine, a) => machine.NewText(This(a).Trim());
        functions[String + "TrimStart()"] = static (machine, a) => machine.NewText(This(a).TrimStart());
        functions[String + "TrimEnd()"] = static (machine, a) => machine.NewText(This(a).TrimEnd());
        functions[String + "ToUpperInvariant()"] = static (machine, a) => machine.NewText(This(a).ToUpperInvariant());
        functions[String + "ToLowerInvariant()"] = static (machine, a) => machine.NewText(This(a).ToLowerInvariant());
        functions[String + "ToString()"] = static (_, a) => Value.Of(This(a));
        functions[String + "PadLeft(I32)"] = functions[String + "PadLeft(I32,Char)"] = static (machine, a) => Pad(machine, a, left: true);
        functions[String + "PadRight(I32)"] = functions[String + "PadRight(I32,Char)"] = static (machine, a) => Pad(machine, a, left: false);
        functions[String + "Join(String,Array)"] = functions[String + "Join(String,Span)"] = static (machine, a) =>
        {
            machine.Allocate(2L * Strings(a[1]).Sum(text => (text?.Length ?? 0) + (((string?)a[0].Object)?.Length ?? 0)));
            return Value.Of(string.Join((string?)a[0].Object, Strings(a[1])));
        };
        AddSearching(functions);
        AddEncoding(functions);
    }

    private static void AddSearching(Dictionary<string, ObjectFunction> functions)
    {
        functions[String + "IndexOf(Char)"] = static (_, a) => Int(This(a).IndexOf((char)a[1].Bits));
        functions[String + "IndexOf(Char,I32)"] = static (_, a) => Int(This(a).IndexOf((char)a[1].Bits, (int)a[2].Bits));
        functions[String + "LastIndexOf(Char)"] = static (_, a) => Int(This(a).LastIndexOf((char)a[1].Bits));
        functions[String + "Contains(Char)"] = static (_, a) => Int(This(a).IndexOf((char)a[1].Bits) >= 0 ? 1 : 0);
        functions[String + "Contains(String)"] = static (machine, a) => Int(IndexOf(machine, a, StringComparison.Ordinal) >= 0 ? 1 : 0);
        functions[String + "StartsWith(Char)"] = static (_, a) => Int(This(a).Length > 0 && This(a)[0] == (char)a[1].Bits ? 1 : 0);
        functions[String + "EndsWith(Char)"] = static (_, a) => Int(This(a).Length > 0 && This(a)[This(a).Length - 1] == (char)a[1].Bits ? 1 : 0);
        functions[String + "StartsWith(String,StringComparison)"] = static (_, a) => Int(This(a).StartsWith((string)a[1].Object!, Ordinal(a[2])) ? 1 : 0);
        functions[String + "EndsWith(String,StringComparison)"] = static (_, a) => Int(This(a).EndsWith((string)a[1].Object!, Ordinal(a[2])) ? 1 : 0);
        functions[String + "IndexOf(String,StringComparison)"] = static (machine, a) => Int(IndexOf(machine, a, Ordinal(a[2])));
        functions[String + "Equals(String,StringComparison)"] = static (_, a) => Int(This(a).Equals((string?)a[1].Object, Ordinal(a[2])) ? 1 : 0);
        functions[String + "Equals(String,String,StringComparison)"] = static (_, a) => Int(string.Equals((string?)a[0].Object, (string?)a[1].Object, Ordinal(a[2])) ? 1 : 0);
        functions[String + "Equals(String)"] = static (_, a) => Int(This(a).Equals((string?)a[1].Object, StringComparison.Ordinal) ? 1 : 0);
        functions[String + "Equals(String,String)"] = static (_, a) => Int(string.Equals((string?)a[0].Object, (string?)a[1].Object, StringComparison.Ordinal) ? 1 : 0);
        functions[String + "CompareOrdinal(String,String)"] = static (_, a) => Int(string.CompareOrdinal((string?)a[0].Object, (string?)a[1].Object));
        functions[String + "IsNullOrEmpty(String)"] = static (_, a) => Int(string.IsNullOrEmpty((string?)a[0].Object) ? 1 : 0);
        functions[String + "IsNullOrWhiteSpace(String)"] = static (_, a) => Int(string.IsNullOrWhiteSpace((string?)a[0].Object) ? 1 : 0);
        functions[String + "Split(Char,StringSplitOptions)"] = static (machine, a) => a[2].Bits != 0
            ? throw Refused("Split with options")
            : Value.Of(machine.NewArray(MirType.String, [.. Split(machine, This(a), (char)a[1].Bits)]));
    }

    private static string[] Split(Machine machine, string text, char separator)
    {
        machine.Reserve(32L * text.Length);
        return text.Split(separator);
    }

    private static int IndexOf(Machine machine, Value[] a, StringComparison comparison)
    {
        WorkOfSearch(machine, a);
        return This(a).IndexOf((string)a[1].Object!, comparison);
    }

    /// <summary>At worst each place is compared with the whole of what is searched for.</summary>
    private static void WorkOfSearch(Machine machine, Value[] a) => machine.Work((long)This(a).Length * (((string?)a[1].Object)?.Length ?? 0) >> 2);

    private static void AddEncoding(Dictionary<string, ObjectFunction> functions)
    {
        const string Type = "System.Text.Encoding.UTF8.";
        functions[Type + "GetBytes(String)"] = static (machine, a) => Bytes(machine, a[0]);
        functions["string.Utf8"] = static (machine, a) => Value.Of(SpanValue.Over((ArrayValue)Bytes(machine, a[0]).Object!, new MirType(MirKind.U8, "byte")));
        functions[Type + "GetByteCount(String)"] = static (_, a) => Int(Encoding.UTF8.GetByteCount(This(a)));
        functions[Type + "GetString(Array)"] = functions[Type + "GetString(Span)"] = static (machine, a) =>
        {
            long[] bytes = Ints(machine, a[0]);
            return machine.NewText(Encoding.UTF8.GetString(Array.ConvertAll(bytes, static value => (byte)value)));
        };
        functions[String + "ToCharArray()"] = static (machine, a) => Value.Of(machine.NewArray(MirType.Char, Chars(machine, This(a))));
    }

    private static Value Bytes(Machine machine, Value text)
    {
        machine.Reserve(8L * This([text]).Length);
        byte[] bytes = Encoding.UTF8.GetBytes(This([text]));
        return Value.Of(machine.NewArray(new MirType(MirKind.U8, "byte"), Array.ConvertAll(bytes, static value => (long)value)));
    }

    private static Value Pad(Machine machine, Value[] a, bool left)
    {
        machine.Allocate(2 * Math.Max(a[1].Bits, 0));
        char with = a.Length > 2 ? (char)a[2].Bits : ' ';
        return machine.NewText(left ? This(a).PadLeft((int)a[1].Bits, with) : This(a).PadRight((int)a[1].Bits, with));
    }

    private static Value Int(long value) => new(value, null);

    private static string This(Value[] arguments) => arguments[0].Object as string ?? throw new EvaluationException(MirFault.NullReference, "null is dereferenced");

    private static StringComparison Ordinal(Value comparison) => (StringComparison)comparison.Bits is var known && known is StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase
        ? known
        : throw Refused("a comparison that culture decides");

    private static long[] Chars(Machine machine, string text)
    {
        machine.Reserve(8L * text.Length);
        return Array.ConvertAll(text.ToCharArray(), static c => (long)c);
    }

    private static string Chars(Machine machine, Value items) => new(Array.ConvertAll(Ints(machine, items), static c => (char)c));

    private static string?[] Strings(Value items) => Array.ConvertAll(Owned(SpanOf(items)), static item => (string?)item);
}
