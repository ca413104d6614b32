namespace Ferrite.Const.Generator.Mir;

/// <summary>
/// Source text by its number among those of its method's declaration; 0 is the declaration. Where it is stands apart, in a table: an edit that only
/// moves code, above a method or by a comment in it, changes no MIR.
/// </summary>
internal readonly record struct MirSpan(int Number);

/// <summary>A step from a place into what it holds: a field by its number, an element by the local that holds its index, or through a reference.</summary>
internal readonly record struct MirStep(MirStepKind Kind, int Number);

internal enum MirStepKind : byte
{
    Field,
    Index,
    Deref,
}

/// <summary>Where a value lives: a local, and the way from there.</summary>
internal sealed record MirPlace(int Local, EquatableArray<MirStep> Path)
{
    public static MirPlace Of(int local) => new(local, EquatableArray<MirStep>.Empty);

    public MirPlace Field(int number) => Then(new MirStep(MirStepKind.Field, number));

    public MirPlace Index(int local) => Then(new MirStep(MirStepKind.Index, local));

    public MirPlace Deref() => Then(new MirStep(MirStepKind.Deref, 0));

    public MirPlace Parent() => new(Local, new EquatableArray<MirStep>([.. Path.Take(Path.Count - 1)]));

    public MirPlace Then(MirStep step) => new(Local, new EquatableArray<MirStep>([.. Path.Items, step]));
}

/// <summary>
/// Scalars in <see cref="Bits"/>; strings, decimals and 128-bit integers as an object; null as neither. A decimal has its scale in <see cref="Bits"/>:
/// 1.0 equals 1.00, and is another constant.
/// </summary>
internal sealed record MirConstant(MirKind Kind, long Bits, object? Object);

/// <summary>A local's value or a constant.</summary>
internal readonly record struct MirOperand(int Local, MirConstant? Constant)
{
    public static MirOperand Of(int local) => new(local, null);

    public static MirOperand Of(MirConstant constant) => new(-1, constant);

    public static MirOperand Int(long value) => Of(new MirConstant(MirKind.I32, value, null));

    public static MirOperand Bool(bool value) => Of(new MirConstant(MirKind.Bool, value ? 1 : 0, null));
}
