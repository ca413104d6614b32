using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class Machine
{
    private const int SmallStruct = 256;

    /// <summary>To make or copy a struct is more than a step.</summary>
    private void CountCopy(Layout layout)
    {
        if (layout.Bytes > SmallStruct) Work(layout.Bytes >> 1);
        else Charge(12);
    }

    private Aggregate New(Layout layout)
    {
        CountCopy(layout);
        return layout.New();
    }

    private Aggregate Copy(Aggregate value)
    {
        CountCopy(value.Layout);
        return value.Clone();
    }

    /// <summary>A string that was made, counted.</summary>
    public Value NewText(string text)
    {
        Allocate(24 + (2L * text.Length));
        Work(text.Length >> 2);
        return Value.Of(text);
    }

    public ArrayValue NewArray(MirType element, long[] items)
    {
        Allocate(24 + (8L * items.Length));
        Work(items.Length);
        return new ArrayValue(element, items, null);
    }

    public ArrayValue NewArray(MirType element, object?[] items)
    {
        Allocate(24 + (8L * items.Length));
        Work(items.Length);
        return new ArrayValue(element, null, items);
    }
}
