using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private void While(IWhileLoopOperation loop)
    {
        int body = _body.Block(), test = Label(loop.ContinueLabel), after = Label(loop.ExitLabel);
        MirSpan span = Span(loop.Condition ?? loop);
        _body.Goto(loop.ConditionIsTop ? test : body, span);
        _body.Start(test);
        if (loop.ConditionIsUntil) Condition(loop.Condition!, after, body);
        else Condition(loop.Condition!, body, after);
        _body.Start(body);
        Statement(loop.Body);
        _body.Goto(test, span);
        _body.Start(after);
    }

    private void For(IForLoopOperation loop)
    {
        int body = _body.Block(), test = _body.Block(), next = Label(loop.ContinueLabel), after = Label(loop.ExitLabel);
        foreach (IOperation before in loop.Before) Statement(before);
        MirSpan span = Span(loop.Condition ?? loop);
        _body.Goto(test, span);
        _body.Start(test);
        if (loop.Condition is { } condition) Condition(condition, body, after);
        else _body.Goto(body, span);
        _body.Start(body);
        Statement(loop.Body);
        _body.FallInto(next, span);
        foreach (IOperation step in loop.AtLoopBottom) Statement(step);
        _body.Goto(test, span);
        _body.Start(after);
    }

    private void ForEach(IForEachLoopOperation loop)
    {
        IOperation collection = loop.Collection;
        while (collection is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion && IsSequence(conversion.Operand)) collection = conversion.Operand;
        if (!IsSequence(collection))
        {
            Unsupported("'foreach' over what isn't an array, a span or a string", loop.Collection);
            return;
        }

        MirSpan span = Span(loop.Collection);

        // What is looped over stays, whatever becomes of the variable that named it.
        MirOperand items = Held(Lower(collection), TypeOf(collection.Type!), span);
        MirType type = _body.TypeOf(items.Local);
        int index = _body.Variable(MirType.Int), length = _body.Variable(MirType.Int);
        _body.Assign(MirPlace.Of(length), new MirIntrinsic(LengthOf(type), new EquatableArray<MirOperand>([items])), span);
        _body.Assign(MirPlace.Of(index), new MirUse(MirOperand.Int(0)), span);
        int test = _body.Block(), body = _body.Block(), next = Label(loop.ContinueLabel), after = Label(loop.ExitLabel);
        _body.FallInto(test, span);
        _body.Branch(Binary(MirBinaryOp.Less, MirType.Int, MirOperand.Of(index), MirOperand.Of(length), span), body, after, span);
        _body.Start(body);
        BindElement(loop, type, items, index, span);
        Statement(loop.Body);
        _body.FallInto(next, span);
        _body.Assign(MirPlace.Of(index), new MirBinary(MirBinaryOp.Add, MirType.Int, true, MirOperand.Of(index), MirOperand.Int(1)), span);
        _body.Goto(test, span);
        _body.Start(after);
    }

    private void BindElement(IForEachLoopOperation loop, MirType type, MirOperand items, int index, MirSpan span)
    {
        MirType element = type.Kind == MirKind.String ? MirType.Char : type.Element!;
        ILocalSymbol? local = loop.LoopControlVariable is IVariableDeclaratorOperation declarator ? declarator.Symbol : null;
        if (local is { IsRef: true })
        {
            _locals[local] = _body.Variable(MirType.RefTo(element));
            _body.Assign(MirPlace.Of(_locals[local]), Refer(MirPlace.Of(items.Local).Index(index)), span);
            return;
        }

        int temp = _body.Temp(element);
        _body.Assign(MirPlace.Of(temp), ElementOf(type, items, index), span);
        MirOperand value = MirOperand.Of(temp);
        if (local is not null)
        {
            MirType declared = TypeOf(local.Type);
            _locals[local] = _body.Variable(declared);
            if (declared != element) value = Convert(value, element, declared, IsChecked(loop), span);
            _body.Assign(MirPlace.Of(_locals[local]), UseOf(value, declared), span);
        }
        else if (loop.LoopControlVariable is IDeclarationExpressionOperation or ITupleOperation)
        {
            Deconstruct(loop, value, element, span);
        }
        else
        {
            Unsupported("this loop variable", loop.LoopControlVariable);
        }
    }

    private static MirValue ElementOf(MirType type, MirOperand items, int index) => type.Kind == MirKind.String
        ? new MirIntrinsic("string.get_Chars", new EquatableArray<MirOperand>([items, MirOperand.Of(index)]))
        : new MirLoad(MirPlace.Of(items.Local).Index(index));

    private static string LengthOf(MirType type) => type.Kind switch
    {
        MirKind.String => "string.get_Length",
        MirKind.Array => "array.Length",
        _ => "span.Length",
    };

    private bool IsSequence(IOperation operation) => operation.Type is { } type && TypeOf(type).Kind is MirKind.Array or MirKind.Span or MirKind.String;
}
