using Ferrite.Const.Generator.Declarations;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    /// <summary>A constant whose value the compiler doesn't have yet, as it is computed from generated ones: evaluated like a function.</summary>
    private MirOperand ConstantField(IFieldReferenceOperation reference, IFieldSymbol field)
    {
        SyntaxNode declaration = field.DeclaringSyntaxReferences[0].GetSyntax(_context.Cancellation);
        if (declaration is not VariableDeclaratorSyntax { Initializer.Value: { } value }) return Unsupported(Describe(reference), reference);
        string key = _context.KeyOf(field);
        MirType type = TypeOf(field.Type);
        if (!_context.Has(key))
        {
            // Stands in for itself while it is lowered: it may need itself.
            _context.Add(new LoweredMethod(Empty(key), EquatableArray<Problem>.Empty, key));
            var lowerer = new MethodLowerer(_context, new TypeSubstitution(_context.Compilation, null, null), declaration, key);
            if (_context.ModelOf(declaration.SyntaxTree).GetOperation(value, _context.Cancellation) is { } operation) lowerer.ReturnConstant(operation, type);
            _context.Add(lowerer.FinishConstant(field.ContainingType.Name + "." + field.Name, type, lowerer._problems));
        }

        _calls.Add(key);
        return EndCall(key, [], type, Span(reference));
    }

    /// <summary>The value of a <c>[ConstLiteral]</c>; null where the compiler itself says what is wrong with it.</summary>
    public static MirType? LowerLiteral(LoweringContext context, LiteralDeclaration literal)
    {
        IOperation? operation = context.ModelOf(literal.Value.SyntaxTree).GetOperation(literal.Value, context.Cancellation);
        if (operation?.Type is not { } symbol || symbol.TypeKind == TypeKind.Error || operation.DescendantsAndSelf().Any(static inner => inner is IInvalidOperation)) return null;
        var lowerer = new MethodLowerer(context, new TypeSubstitution(context.Compilation, null, null), literal.Attribute, literal.Key);
        MirType type = lowerer.TypeOf(symbol);
        lowerer.ReturnConstant(operation, type);

        // What can't be evaluated is no constant expression either: the compiler says so.
        context.Add(lowerer.FinishConstant(literal.Name, type, []));
        return type;
    }

    private void ReturnConstant(IOperation value, MirType type) => _body.End(new MirReturn(ConvertTo(Lower(value), value, type), Span(value)));

    private LoweredMethod FinishConstant(string display, MirType type, IEnumerable<Problem> problems) =>
        new(_body.Build(_key, display, 0, type, true, _calls, _definitions, default), new EquatableArray<Problem>([.. problems]), _key);
}
