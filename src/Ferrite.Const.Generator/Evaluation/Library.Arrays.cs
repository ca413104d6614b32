using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal static partial class Library
{
    private static void AddArrays(Dictionary<string, ObjectFunction> functions)
    {
        const string Type = "System.Array.";
        functions[Type + "Fill(Array,T)"] = static (machine, a) => Fill(machine, SpanOf(a[0]), a[1]);
        functions[Type + "Fill(Array,T,I32,I32)"] = static (machine, a) => Fill(machine, Slice(a[0], a[2].Bits, a[3].Bits), a[1]);
        functions[Type + "Reverse(Array)"] = static (machine, a) => Reverse(machine, SpanOf(a[0]));
        functions[Type + "Reverse(Array,I32,I32)"] = static (machine, a) => Reverse(machine, Slice(a[0], a[1].Bits, a[2].Bits));
        functions[Type + "Clear(Array)"] = static (machine, a) => Clear(machine, SpanOf(a[0]));
        functions[Type + "Copy(Array,Array,I32)"] = static (machine, a) => Copy(machine, Slice(a[0], 0, a[2].Bits), Slice(a[1], 0, a[2].Bits));
        functions[Type + "Copy(Array,I32,Array,I32,I32)"] = static (machine, a) => Copy(machine, Slice(a[0], a[1].Bits, a[4].Bits), Slice(a[2], a[3].Bits, a[4].Bits));
        functions[Type + "Clear(Array,I32,I32)"] = static (machine, a) => Clear(machine, Slice(a[0], a[1].Bits, a[2].Bits));
        functions[Type + "IndexOf(Array,T)"] = static (machine, a) => IndexOf(machine, SpanOf(a[0]), a[1]);
        functions[Type + "Sort(Array)"] = static (machine, a) => Sort(machine, SpanOf(a[0]));
        functions[Type + "Sort(Array,I32,I32)"] = static (machine, a) => Sort(machine, Slice(a[0], a[1].Bits, a[2].Bits));
        functions[Type + "Clone()"] = static (machine, a) => ToArray(machine, SpanOf(a[0]));
        functions[Type + "CopyTo(Array,I32)"] = static (machine, a) => Copy(machine, SpanOf(a[0]), Slice(a[1], a[2].Bits, SpanOf(a[0]).Length));
        functions["array.Range"] = static (machine, a) => ToArray(machine, Slice(a[0], a[1].Bits, a[2].Bits));
    }

    private static SpanValue SpanOf(Value container) => container.Object switch
    {
        SpanValue span => span,
        ArrayValue array => SpanValue.Over(array, array.Element),
        string => throw Argument("a string isn't a span"),
        _ => throw new EvaluationException(MirFault.NullReference, "null is dereferenced"),
    };

    private static SpanValue Slice(Value container, long start, long length)
    {
        SpanValue span = SpanOf(container);
        if (start < 0 || start > span.Length || length < 0 || length > span.Length - start)
        {
            throw Argument($"{length} elements from {start} on are outside of {span.Element.Display}[{span.Length}]");
        }

        return new SpanValue(span.Element, span.Ints, span.Objects, span.Offset + (int)start, (int)length);
    }

    private static Value Fill(Machine machine, SpanValue span, Value value)
    {
        machine.Work(span.Length);
        for (int i = span.Offset; i < span.Offset + span.Length; i++)
        {
            if (span.Ints is { } ints) ints[i] = value.Bits;
            else if (span.Objects![i] is Aggregate { Layout.Definition.IsValueType: true } own) own.CopyFrom((Aggregate)value.Object!);
            else span.Objects[i] = value.Object;
        }

        return default;
    }

    private static Value Clear(Machine machine, SpanValue span)
    {
        if (span.Element.Kind != MirKind.Struct) return Fill(machine, span, Value.Of(Layout.Zero(span.Element)));
        return span.Length == 0 ? default : Fill(machine, span, Value.Of(((Aggregate)span.Objects![span.Offset]!).Layout.New()));
    }

    private static Value Reverse(Machine machine, SpanValue span)
    {
        machine.Work(span.Length);
        if (span.Ints is { } ints)
        {
            Array.Reverse(ints, span.Offset, span.Length);
            return default;
        }

        object?[] objects = Owned(span);
        Array.Reverse(objects);
        Assign(span, objects);
        return default;
    }

    private static Value Copy(Machine machine, SpanValue from, SpanValue to)
    {
        if (from.Length > to.Length) throw Argument($"{from.Length} elements don't fit {to.Length}");
        machine.Work(from.Length);
        if (from.Ints is { } ints) Array.Copy(ints, from.Offset, to.Ints!, to.Offset, from.Length);
        else Assign(to, Owned(from));
        return default;
    }

    /// <summary>A struct in an array stays where it is, as references to it do, and takes the other's fields.</summary>
    private static void Assign(SpanValue to, object?[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (to.Objects![to.Offset + i] is Aggregate { Layout.Definition.IsValueType: true } own) own.CopyFrom((Aggregate)values[i]!);
            else to.Objects[to.Offset + i] = values[i];
        }
    }

    /// <summary>The objects, structs copied.</summary>
    private static object?[] Owned(SpanValue span)
    {
        var objects = new object?[span.Length];
        Array.Copy(span.Objects!, span.Offset, objects, 0, objects.Length);
        return Array.ConvertAll(objects, static item => item is Aggregate { Layout.Definition.IsValueType: true } value ? value.Clone() : item);
    }

    private static Value ToArray(Machine machine, SpanValue span) => Value.Of(span.Ints is { } ints
        ? machine.NewArray(span.Element, ints.AsSpan(span.Offset, span.Length).ToArray())
        : machine.NewArray(span.Element, Owned(span)));

    private static long[] Ints(Machine machine, Value items)
    {
        SpanValue span = SpanOf(items);
        machine.Work(span.Length);
        return span.Ints!.AsSpan(span.Offset, span.Length).ToArray();
    }

    private static Value IndexOf(Machine machine, SpanValue span, Value value)
    {
        machine.Work(span.Length);
        for (int i = 0; i < span.Length; i++)
        {
            if (span.Ints is { } ints ? SameNumber(span.Element.Kind, ints[span.Offset + i], value.Bits) : SameItem(machine, span.Element, span.Objects![span.Offset + i], value.Object)) return Int(i);
        }

        return Int(-1);
    }

    private static Value Sort(Machine machine, SpanValue span)
    {
        machine.Work(2L * span.Length * BitLength((ulong)span.Length));
        MirKind kind = span.Element.Kind;
        if (span.Ints is not { } ints) throw Refused($"a sort of {span.Element.Display}");
        Comparer<long> comparer = kind == MirKind.U64 ? Comparer<long>.Create(static (a, b) => ((ulong)a).CompareTo((ulong)b))
            : kind.IsFloat ? Comparer<long>.Create(static (a, b) => Double(a).CompareTo(Double(b)))
            : Comparer<long>.Default;
        Array.Sort(ints, span.Offset, span.Length, comparer);
        return default;
    }

    /// <summary>As <c>Equals</c> has it: NaN is NaN, and 0 is −0.</summary>
    private static bool SameNumber(MirKind kind, long left, long right) => kind.IsFloat ? Double(left).Equals(Double(right)) : left == right;

    private static bool SameItem(Machine machine, MirType type, object? left, object? right) =>
        type.Kind is MirKind.Struct or MirKind.Class ? Same(machine, left, right, 0) : Equals(left, right);
}
