using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal static partial class Library
{
    private const int DeepestEquality = 256;

    private static void AddSpans(Dictionary<string, ObjectFunction> functions)
    {
        functions["span.Of"] = static (_, a) => Value.Of(a[0].Object is ArrayValue array ? SpanOf(Value.Of(array)) : new SpanValue(MirType.Unknown, [], [], 0, 0));
        functions["span.OfString"] = static (machine, a) =>
        {
            string text = (string?)a[0].Object ?? "";
            machine.NewText(text);
            return Value.Of(SpanValue.Over(machine.NewArray(MirType.Char, Chars(machine, text)), MirType.Char));
        };
        functions["span.Slice"] = static (_, a) => Value.Of(Slice(a[0], a[1].Bits, a.Length > 2 ? a[2].Bits : SpanOf(a[0]).Length - a[1].Bits));
        foreach (string type in (string[])["System.Span.", "System.ReadOnlySpan."])
        {
            functions[type + "Slice(I32)"] = functions[type + "Slice(I32,I32)"] = functions["span.Slice"];
            functions[type + "ToArray()"] = static (machine, a) => ToArray(machine, SpanOf(a[0]));
            functions[type + "CopyTo(Span)"] = static (machine, a) => Copy(machine, SpanOf(a[0]), SpanOf(a[1]));
            functions[type + "Fill(T)"] = static (machine, a) => Fill(machine, SpanOf(a[0]), a[1]);
            functions[type + "Clear()"] = static (machine, a) => Clear(machine, SpanOf(a[0]));
            functions[type + "get_IsEmpty()"] = static (_, a) => Int(SpanOf(a[0]).Length == 0 ? 1 : 0);
            functions[type + "ToString()"] = functions["span.ToString"];
        }

        const string Extensions = "System.MemoryExtensions.";
        functions[Extensions + "SequenceEqual(Span,Span)"] = static (machine, a) => Int(SequenceEqual(machine, SpanOf(a[0]), SpanOf(a[1])) ? 1 : 0);
        functions[Extensions + "IndexOf(Span,T)"] = static (machine, a) => IndexOf(machine, SpanOf(a[0]), a[1]);
        functions[Extensions + "Contains(Span,T)"] = static (machine, a) => Int(IndexOf(machine, SpanOf(a[0]), a[1]).Bits >= 0 ? 1 : 0);
        functions[Extensions + "Reverse(Span)"] = static (machine, a) => Reverse(machine, SpanOf(a[0]));
        functions[Extensions + "Sort(Span)"] = static (machine, a) => Sort(machine, SpanOf(a[0]));
    }

    private static bool SequenceEqual(Machine machine, SpanValue left, SpanValue right)
    {
        if (left.Length != right.Length) return false;
        machine.Work(left.Length);
        for (int i = 0; i < left.Length; i++)
        {
            int a = left.Offset + i, b = right.Offset + i;
            if (left.Ints is { } ints ? !SameNumber(left.Element.Kind, ints[a], right.Ints![b]) : !SameItem(machine, left.Element, left.Objects![a], right.Objects![b])) return false;
        }

        return true;
    }

    private static void AddEquality(Dictionary<string, ObjectFunction> functions)
    {
        functions["equals"] = static (machine, a) => Int(Same(machine, a[0].Object, a[1].Object, 0) ? 1 : 0);
        functions["object.Copy"] = static (machine, a) =>
        {
            Aggregate original = a[0].Object as Aggregate ?? throw new EvaluationException(MirFault.NullReference, "null is dereferenced");
            machine.Allocate(original.Layout.Bytes);
            return Value.Of(original.Clone());
        };
    }

    /// <summary>Equality of structs, tuples and records by their fields; of other objects by identity.</summary>
    private static bool Same(Machine machine, object? left, object? right, int depth)
    {
        if (depth > DeepestEquality) throw new EvaluationException(MirFault.Depth, "values nested too deep are compared");
        if (left is not Aggregate a || right is not Aggregate b) return Equals(left, right);
        if (ReferenceEquals(a, b)) return true;
        if (!ReferenceEquals(a.Layout, b.Layout) || !a.Layout.Definition.HasValueEquality) return false;
        machine.Work(4 + a.Layout.Offsets.Length);
        for (int i = 0; i < a.Layout.Offsets.Length; i++)
        {
            int offset = a.Layout.Offsets[i];
            MirKind kind = a.Layout.Definition.Fields[i].Type.Kind;
            bool same = kind.IsFloat ? Double(a.Ints[offset]).Equals(Double(b.Ints[offset]))
                : kind.IsScalar ? a.Ints[offset] == b.Ints[offset]
                : Same(machine, a.Objects[offset], b.Objects[offset], depth + 1);
            if (!same) return false;
        }

        return true;
    }
}
