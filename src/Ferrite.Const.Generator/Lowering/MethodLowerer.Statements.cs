using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private readonly Dictionary<ISymbol, int> _labels = new(SymbolEqualityComparer.Default);

    private void Statement(IOperation? operation)
    {
        EnsureStack();
        _context.Cancellation.ThrowIfCancellationRequested();
        switch (operation)
        {
            case null or IEmptyOperation: break;
            case IBlockOperation block:
                Statements(block.Operations, 0);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclarationOperation declaration in group.Declarations)
                {
                    foreach (IVariableDeclaratorOperation declarator in declaration.Declarators) Declare(declarator);
                }

                break;
            case IExpressionStatementOperation statement: Discard(statement.Operation); break;
            case IConditionalOperation conditional: If(conditional); break;
            case IWhileLoopOperation loop: While(loop); break;
            case IForLoopOperation loop: For(loop); break;
            case IForEachLoopOperation loop: ForEach(loop); break;
            case ISwitchOperation choice: Switch(choice); break;
            case IReturnOperation { Kind: OperationKind.Return } result: Return(result); break;
            case IBranchOperation branch: Jump(branch); break;
            case ILabeledOperation labeled:
                _body.FallInto(Label(labeled.Label), Span(labeled));
                Statement(labeled.Operation);
                break;
            case ILocalFunctionOperation: break;
            case IThrowOperation thrown: Throw(thrown); break;
            case ITryOperation guarded: Try(guarded); break;
            case IUsingOperation resource: Using(resource); break;
            default: Unsupported(Describe(operation), operation); break;
        }
    }

    private int Label(ILabelSymbol label)
    {
        if (!_labels.TryGetValue(label, out int block)) SetLabel(label, block = _body.Block());
        return block;
    }

    private void SetLabel(ILabelSymbol label, int block)
    {
        _labels[label] = block;
        _labelDepths[label] = _cleanups.Count;
    }

    private void Statements(IReadOnlyList<IOperation> operations, int from)
    {
        for (int i = from; i < operations.Count; i++)
        {
            if (operations[i] is IUsingDeclarationOperation declaration)
            {
                // What follows stands in it, to the end of the block.
                int next = i + 1;
                if (declaration.IsAsynchronous) Unsupported("'await'", declaration);
                else Using([.. declaration.DeclarationGroup.Declarations.SelectMany(static group => group.Declarators)], 0, () => Statements(operations, next));
                return;
            }

            Statement(operations[i]);
        }
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        ILocalSymbol local = declarator.Symbol;
        IOperation? value = declarator.GetVariableInitializer()?.Value;
        if (local.IsConst)
        {
            return;
        }

        MirType type = TypeOf(local.Type);
        MirSpan span = Span(declarator);
        if (local.IsRef && value is null)
        {
            _ = Unsupported(Describe(declarator), declarator);
        }
        else if (local.IsRef)
        {
            int reference = _body.Variable(MirType.RefTo(type));
            MirPlace place = PlaceOf(value!);
            _locals[local] = reference;
            _body.Assign(MirPlace.Of(reference), Refer(place), span);
            return;
        }

        _locals[local] = _body.Variable(type);
        if (value is not null) AssignTo(MirPlace.Of(_locals[local]), type, value, span);
    }

    /// <summary>Evaluates a value straight into a local.</summary>
    private void AssignTo(MirPlace target, MirType type, IOperation value, MirSpan span)
    {
        MirOperand operand = Lower(value);
        _body.Assign(target, UseOf(operand, type), span);
    }

    private void If(IConditionalOperation conditional)
    {
        int whenTrue = _body.Block(), whenFalse = _body.Block(), after = conditional.WhenFalse is null ? whenFalse : _body.Block();
        Condition(conditional.Condition, whenTrue, whenFalse);
        _body.Start(whenTrue);
        Statement(conditional.WhenTrue);
        _body.Goto(after, Span(conditional.Condition));
        if (conditional.WhenFalse is { } otherwise)
        {
            _body.Start(whenFalse);
            Statement(otherwise);
            _body.Goto(after, Span(conditional.Condition));
        }

        _body.Start(after);
    }

    private void Return(IReturnOperation result)
    {
        MirSpan span = Span(result);
        if (result.ReturnedValue is not { } value)
        {
            Leave(null, span);
        }
        else if (value.Type is null or { SpecialType: SpecialType.System_Void })
        {
            // An expression body without a result.
            Discard(value);
            Leave(null, span);
        }
        else if (_method is { ReturnsByRef: true } or { ReturnsByRefReadonly: true })
        {
            int reference = _body.Temp(MirType.RefTo(TypeOf(value.Type)));
            _body.Assign(MirPlace.Of(reference), Refer(PlaceOf(value)), span);
            Leave(MirOperand.Of(reference), span);
        }
        else
        {
            MirOperand operand = Lower(value);

            // The caller owns what it gets, and a variable may be referred to by something that goes on.
            if (operand.Constant is null && _body.IsVariable(operand.Local)) operand = Copied(operand, span);
            Leave(operand, span);
        }
    }

    private void Throw(IThrowOperation thrown)
    {
        string name = "an exception";
        MirOperand? message = null;
        IOperation? exception = thrown.Exception;
        while (exception is IConversionOperation conversion) exception = conversion.Operand;
        if (exception is IObjectCreationOperation creation)
        {
            name = creation.Type?.Name ?? name;
            foreach (IArgumentOperation argument in creation.Arguments)
            {
                if (message is null && argument.Value.Type?.SpecialType == SpecialType.System_String && argument.ArgumentKind == ArgumentKind.Explicit) message = Lower(argument.Value);
            }
        }

        _body.End(new MirFail(MirFault.Thrown, name + " is thrown", message, Span(thrown)));
    }

    /// <summary>Evaluates for what it does.</summary>
    private void Discard(IOperation operation) => _ = Lower(operation);

    private static string Describe(IOperation operation) => operation switch
    {
        IInvalidOperation => "code with errors",
        ITryOperation => "'catch'",
        ILockOperation => "'lock'",
        IAwaitOperation => "'await'",
        IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation => "a delegate",
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation => "'dynamic'",
        IReturnOperation => "'yield'",
        IFieldReferenceOperation { Field.IsStatic: true } field => $"the static field '{field.Field.Name}'",
        _ => $"'{Shorten(operation.Syntax.ToString())}'",
    };

    private static string Shorten(string code)
    {
        int end = code.IndexOfAny(['\r', '\n']);
        string line = end < 0 ? code : code.Substring(0, end);
        return line.Length > 60 ? line.Substring(0, 60) + "..." : line;
    }
}
