using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private void Switch(ISwitchOperation choice)
    {
        MirType type = TypeOf(choice.Value.Type!);
        MirSpan span = Span(choice.Value);
        MirOperand value = Held(Lower(choice.Value), type, span);
        int after = Label(choice.ExitLabel), otherwise = after;
        var bodies = new List<int>();
        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            int body = _body.Block();
            bodies.Add(body);
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                if (clause.Label is { } label) SetLabel(label, body);
                if (clause.CaseKind == CaseKind.Default) otherwise = body;
            }
        }

        if (!Table(choice, type, value, bodies, otherwise, span))
        {
            for (int i = 0; i < bodies.Count; i++)
            {
                foreach (ICaseClauseOperation clause in choice.Cases[i].Clauses) Clause(clause, type, value, bodies[i]);
            }

            _body.Goto(otherwise, span);
        }

        for (int i = 0; i < bodies.Count; i++)
        {
            _body.Start(bodies[i]);
            foreach (IOperation statement in choice.Cases[i].Body) Statement(statement);
            _body.Goto(after, span);
        }

        _body.Start(after);
    }

    /// <summary>A switch over integers is one jump.</summary>
    private bool Table(ISwitchOperation choice, MirType type, MirOperand value, List<int> bodies, int otherwise, MirSpan span)
    {
        if (!type.Kind.IsScalar || type.Kind.IsFloat) return false;
        var values = new List<long>();
        var targets = new List<int>();
        for (int i = 0; i < bodies.Count; i++)
        {
            foreach (ICaseClauseOperation clause in choice.Cases[i].Clauses)
            {
                if (clause.CaseKind == CaseKind.Default) continue;
                if (clause is not ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } }) return false;
                long bits = Constants.Bits(constant);
                if (values.Contains(bits)) continue;
                values.Add(bits);
                targets.Add(bodies[i]);
            }
        }

        if (values.Count == 0 || (values.Count == 1 && values[0] == 0)) return false;
        _body.End(new MirSwitchInt(value, new EquatableArray<long>([.. values]), new EquatableArray<int>([.. targets]), otherwise, span));
        return true;
    }

    private void Clause(ICaseClauseOperation clause, MirType type, MirOperand value, int body)
    {
        int next = _body.Block();
        MirSpan span = Span(clause);
        switch (clause)
        {
            case IDefaultCaseClauseOperation:
                return;
            case ISingleValueCaseClauseOperation single:
                _body.Branch(EqualsConstant(value, type, single.Value), body, next, span);
                break;
            case IPatternCaseClauseOperation pattern:
                Match(value, type, pattern.Pattern, next);
                if (pattern.Guard is { } guard) Condition(guard, body, next);
                else _body.Goto(body, span);
                break;
            default:
                Unsupported(Describe(clause), clause);
                break;
        }

        _body.Start(next);
    }

    private MirOperand SwitchExpression(ISwitchExpressionOperation choice)
    {
        MirType from = TypeOf(choice.Value.Type!), type = TypeOf(choice.Type!);
        MirSpan span = Span(choice.Value);
        MirOperand value = Held(Lower(choice.Value), from, span);
        int after = _body.Block(), result = Result(type);
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            int next = _body.Block();
            Match(value, from, arm.Pattern, next);
            if (arm.Guard is { } guard)
            {
                int body = _body.Block();
                Condition(guard, body, next);
                _body.Start(body);
            }

            Set(result, type, Lower(arm.Value), Span(arm));
            _body.Goto(after, Span(arm));
            _body.Start(next);
        }

        bool shown = from.Kind is MirKind.I32 or MirKind.String;
        _body.EndInto(after, new MirFail(MirFault.NoMatch, "no arm of the switch matches", shown ? ToText(value, from, null, span) : null, Span(choice)));
        return MirOperand.Of(result);
    }

    private MirOperand EqualsConstant(MirOperand value, MirType type, IOperation constant)
    {
        MirSpan span = Span(constant);
        MirType of = constant.Type is null ? type : TypeOf(constant.Type);
        if (type.Kind == MirKind.Struct && of.Kind != MirKind.Struct && constant.ConstantValue is { HasValue: true, Value: not null })
        {
            // A nullable value against a constant of its type.
            int has = _body.Block(), after = _body.Block(), result = _body.Variable(MirType.Bool);
            _body.Assign(MirPlace.Of(result), new MirUse(MirOperand.Bool(false)), span);
            _body.Branch(Load(MirPlace.Of(value.Local).Field(LoweringContext.HasValue), MirType.Bool, span), has, after, span);
            _body.Start(has);
            MirOperand inner = Load(MirPlace.Of(value.Local).Field(LoweringContext.NullableValue), Inner(type), span);
            _body.Assign(MirPlace.Of(result), new MirUse(Binary(MirBinaryOp.Equal, Inner(type), inner, Lower(constant), span)), span);
            _body.FallInto(after, span);
            return MirOperand.Of(result);
        }

        if (constant.ConstantValue is { HasValue: true, Value: null }) return Not(IsNotNull(value, type, span), span);
        return type.Kind.IsFloat ? EqualsFloat(value, type, constant, span) : Binary(MirBinaryOp.Equal, type, value, Lower(constant), span);
    }

    /// <summary>A pattern takes NaN for equal to itself.</summary>
    private MirOperand EqualsFloat(MirOperand value, MirType type, IOperation constant, MirSpan span)
    {
        bool isNaN = constant.ConstantValue is { HasValue: true, Value: double.NaN or float.NaN };
        return isNaN ? Binary(MirBinaryOp.NotEqual, type, value, value, span) : Binary(MirBinaryOp.Equal, type, value, Lower(constant), span);
    }
}
