using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private void LowerConstructor(IMethodSymbol constructor, SyntaxNode declaration)
    {
        var syntax = declaration as ConstructorDeclarationSyntax;
        var operation = syntax is null ? null : _context.ModelOf(syntax.SyntaxTree).GetOperation(syntax, _context.Cancellation) as IConstructorBodyOperation;
        if (syntax is not null && operation is null)
        {
            Unsupported("code with errors", declaration);
            return;
        }

        // Fields come first, then the base, then the body; another constructor of the type has done the fields.
        bool chains = syntax?.Initializer?.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) ?? false;
        if (!chains) InitializeFields(constructor);
        if (operation?.Initializer is { } initializer) Chain(initializer);
        else if (syntax is null && constructor.ContainingType.IsReferenceType) CallBase(constructor, declaration);
        if (operation is not null) LowerRoot(operation.BlockBody ?? operation.ExpressionBody);
    }

    private void Chain(IOperation initializer)
    {
        while (initializer is IExpressionStatementOperation statement) initializer = statement.Operation;
        if (initializer is not IInvocationOperation call || call.TargetMethod.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType) return;
        _ = Call(call.TargetMethod, call, [MirOperand.Of(_this), .. Arguments(call.Arguments)], Span(call), call.Instance);
    }

    private void CallBase(IMethodSymbol constructor, SyntaxNode declaration)
    {
        if (constructor.ContainingType.BaseType is not { SpecialType: not SpecialType.System_Object } parent) return;
        var primary = (declaration as TypeDeclarationSyntax)?.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault();
        if (primary is not null && _context.ModelOf(declaration.SyntaxTree).GetOperation(primary, _context.Cancellation) is IInvocationOperation call)
        {
            _ = Call(call.TargetMethod, call, [MirOperand.Of(_this), .. Arguments(call.Arguments)], Span(call), call.Instance);
            return;
        }

        IMethodSymbol? inherited = parent.InstanceConstructors.FirstOrDefault(static candidate => candidate.Parameters.Length == 0);
        if (inherited is null || inherited.ContainingType.DeclaringSyntaxReferences.Length == 0) Unsupported("this base type's constructor", declaration);
        else CallInherited(inherited, declaration);
    }

    private void CallInherited(IMethodSymbol inherited, SyntaxNode declaration)
    {
        if (Why(inherited, null) is { } reason)
        {
            Unsupported(reason, declaration);
            return;
        }

        string key = _context.KeyOf(inherited);
        _calls.Add(key);
        _context.Request(inherited);
        _ = EndCall(key, [MirOperand.Of(_this)], MirType.Void, Span(declaration));
    }

    private void InitializeFields(IMethodSymbol constructor)
    {
        INamedTypeSymbol type = constructor.ContainingType;
        MirType owner = TypeOf(type);
        int[] positional = IsPrimary(constructor) && type.IsRecord ? _context.PositionalFields(owner.Name) ?? [] : [];
        for (int i = 0; i < positional.Length; i++)
        {
            if (positional[i] < 0) continue;
            MirType field = _context.Definition(owner).Fields[positional[i]].Type;
            int parameter = _locals[constructor.Parameters[i].OriginalDefinition];
            _body.Assign(Variable(_this).Field(positional[i]), UseOf(MirOperand.Of(parameter), field), default);
        }

        foreach (ISymbol member in type.OriginalDefinition.GetMembers())
        {
            if (member is not IFieldSymbol { IsStatic: false } field || Initializer(field) is not { } value) continue;
            MirPlace place = Variable(_this).Field(_context.FieldOf(owner, field));
            if (_context.ModelOf(value.SyntaxTree).GetOperation(value, _context.Cancellation) is not { } operation) continue;
            MirType fieldType = TypeOf(field.Type);
            MirOperand initial = operation is IArrayInitializerOperation { ElementValues: var values } ? Filled(values, fieldType, Span(value)) : ConvertTo(Lower(operation), operation, fieldType);
            _body.Assign(place, UseOf(initial, fieldType), Span(value));
        }
    }

    private ExpressionSyntax? Initializer(IFieldSymbol field)
    {
        ISymbol declared = field.AssociatedSymbol ?? field;
        return declared.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_context.Cancellation) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
    }
}
