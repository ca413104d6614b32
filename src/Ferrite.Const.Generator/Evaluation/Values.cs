using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>A struct's or object's fields: scalars apart from the rest. A struct's location owns one for good, and assignment copies into it.</summary>
internal sealed class Aggregate(Layout layout, long[] ints, object?[] objects)
{
    public readonly Layout Layout = layout;
    public readonly long[] Ints = ints;
    public readonly object?[] Objects = objects;

    public Aggregate Clone()
    {
        var copy = new Aggregate(Layout, (long[])Ints.Clone(), Objects.Length == 0 ? Objects : (object?[])Objects.Clone());
        foreach (int nested in Layout.Nested) copy.Objects[nested] = ((Aggregate)copy.Objects[nested]!).Clone();
        return copy;
    }

    public void CopyFrom(Aggregate source)
    {
        if (ReferenceEquals(this, source)) return;
        Array.Copy(source.Ints, Ints, Ints.Length);
        if (Objects.Length == 0) return;
        if (Layout.Nested.Length == 0)
        {
            Array.Copy(source.Objects, Objects, Objects.Length);
            return;
        }

        for (int i = 0; i < Objects.Length; i++)
        {
            if (Objects[i] is Aggregate mine && Array.IndexOf(Layout.Nested, i) >= 0) mine.CopyFrom((Aggregate)source.Objects[i]!);
            else Objects[i] = source.Objects[i];
        }
    }
}

internal sealed class ArrayValue(MirType element, long[]? ints, object?[]? objects)
{
    public readonly MirType Element = element;
    public readonly long[]? Ints = ints;
    public readonly object?[]? Objects = objects;
    public readonly int Length = ints?.Length ?? objects!.Length;
}

internal sealed class SpanValue(MirType element, long[]? ints, object?[]? objects, int offset, int length)
{
    public readonly MirType Element = element;
    public readonly long[]? Ints = ints;
    public readonly object?[]? Objects = objects;
    public readonly int Offset = offset;
    public readonly int Length = length;

    public static SpanValue Over(ArrayValue? array, MirType element) =>
        array is null ? new SpanValue(element, [], [], 0, 0) : new SpanValue(element, array.Ints, array.Objects, 0, array.Length);
}

/// <summary>A reference to a field, an element or a local in memory. One to a struct is the struct's <see cref="Aggregate"/> itself.</summary>
internal sealed class RefValue(long[]? ints, object?[]? objects, int index)
{
    public readonly long[]? Ints = ints;
    public readonly object?[]? Objects = objects;
    public readonly int Index = index;
}

/// <summary>A value on its way: scalars as their bits, all else as an object.</summary>
internal readonly record struct Value(long Bits, object? Object)
{
    public double Double => BitConverter.Int64BitsToDouble(Bits);

    public static Value Of(object? value) => new(0, value);

    public static Value Of(double value) => new(BitConverter.DoubleToInt64Bits(value), null);
}
