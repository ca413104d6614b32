using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class Machine
{
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
