using System.Runtime.InteropServices;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class CodeCompiler
{
    private enum Access
    {
        Register,
        Field,
        Element,
        Span,
        Ref,
    }

    private Location Start(int local)
    {
        MirType type = _method.Locals[local].Type;
        return new Location(IsRegister(local) ? Access.Register : Access.Ref, _registers[local], 0, type);
    }

    private Location Navigate(MirPlace place, MirSpan span)
    {
        Location at = Start(place.Local);
        foreach (MirStep step in place.Path.Items)
        {
            int container = Peek(at, span);
            switch (step.Kind)
            {
                case MirStepKind.Field:
                    Layout layout = _layouts(at.Type.Name);
                    at = new Location(Access.Field, container, layout.Offsets[step.Number], layout.Definition.Fields[step.Number].Type);
                    break;
                case MirStepKind.Index:
                    int index = Register(MirOperand.Of(step.Number), span);
                    at = new Location(at.Type.Kind == MirKind.Array ? Access.Element : Access.Span, container, index, at.Type.Element!);
                    break;
                default:
                    // A reference to a struct is the struct.
                    MirType element = at.Type.Element!;
                    at = new Location(element.Kind == MirKind.Struct ? Access.Register : Access.Ref, container, 0, element);
                    break;
            }
        }

        return at;
    }

    /// <summary>The register with what is there, structs uncopied.</summary>
    private int Peek(Location at, MirSpan span)
    {
        if (at.Access == Access.Register) return at.Register;
        int temp = Temp(at.Type);
        AddAccess(at, Op.LoadField, Op.LoadElement, Op.LoadSpan, Op.LoadRef, temp, span);
        return temp;
    }

    /// <summary>The register with a value of its own.</summary>
    private int Load(Location at, MirSpan span)
    {
        int register = Peek(at, span);
        if (at.Type.Kind != MirKind.Struct) return register;
        int copy = ObjectTemp();
        Add(Op.Clone, copy, register, 0, at, span);
        return copy;
    }

    private void Store(Location at, int value, MirSpan span)
    {
        if (at.Type.Kind == MirKind.Struct) Add(Op.CopyInto, Peek(at, span), value, 0, at, span);
        else if (at.Access == Access.Register) Add(at.Type.Kind.IsScalar ? Op.Move : Op.MoveO, at.Register, value, 0, null, span);
        else AddAccess(at, Op.StoreField, Op.StoreElement, Op.StoreSpan, Op.StoreRef, value, span);
    }

    private void AddAccess(Location at, Op field, Op element, Op onSpan, Op reference, int value, MirSpan span)
    {
        // The operation on objects follows the one on scalars.
        int shift = at.Type.Kind.IsScalar ? 0 : 1;
        Op op = at.Access switch { Access.Field => field, Access.Element => element, Access.Span => onSpan, _ => reference };
        Add(op + shift, value, at.Register, at.Number, at, span);
    }

    private void Refer(Location at, int result, MirSpan span)
    {
        if (at.Type.Kind == MirKind.Struct) Add(Op.MoveO, result, Peek(at, span), 0, null, span);
        else if (at.Access == Access.Ref) Add(Op.MoveO, result, at.Register, 0, null, span);
        else if (at.Access == Access.Field) Rare(new FieldReference(at.Number, at.Type.Kind.IsScalar), result, [new Argument(at.Register, true, false)], span);
        else Rare(new ElementReference(), result, [new Argument(at.Register, true, false), new Argument(at.Number, false, false)], span);
    }

    /// <summary>A place of which the container has been reached.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Location(Access Access, int Register, int Number, MirType Type);
}
