using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class Machine
{
    private const int DeepestLiteral = 64;

    private Literal ToLiteral(MirType type, Value value, int depth = 0)
    {
        if (depth > DeepestLiteral) throw new EvaluationException(MirFault.Unsupported, "the result refers to itself, or is nested too deep");
        switch (value.Object)
        {
            case ArrayValue array:
                return ToLiteral(type, array.Ints, array.Objects, 0, array.Length, depth);
            case SpanValue span:
                return ToLiteral(type, span.Ints, span.Objects, span.Offset, span.Length, depth);
            case Aggregate aggregate:
                MirDefinition definition = aggregate.Layout.Definition;
                var fields = new Literal[definition.Fields.Count];
                for (int i = 0; i < fields.Length; i++)
                {
                    MirType field = definition.Fields[i].Type;
                    int offset = aggregate.Layout.Offsets[i];
                    fields[i] = ToLiteral(field, field.Kind.IsScalar ? new Value(aggregate.Ints[offset], null) : Value.Of(aggregate.Objects[offset]), depth + 1);
                }

                return new FieldsLiteral(type, definition, new EquatableArray<Literal>(fields));
            default:
                return new ScalarLiteral(type, value.Object is decimal number ? Lowering.Constants.Scale(number) : value.Bits, value.Object);
        }
    }

    private Literal ToLiteral(MirType type, long[]? ints, object?[]? objects, int offset, int length, int depth)
    {
        Work(length);
        if (ints is not null) return new ScalarsLiteral(type, new EquatableArray<long>([.. ints.Skip(offset).Take(length)]));
        IEnumerable<Literal> items = objects.Skip(offset).Take(length).Select(item => ToLiteral(type.Element!, Value.Of(item), depth + 1));
        return new ItemsLiteral(type, new EquatableArray<Literal>([.. items]));
    }
}
