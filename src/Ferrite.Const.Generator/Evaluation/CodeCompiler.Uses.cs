using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class CodeCompiler
{
    private void CountUses()
    {
        foreach (MirBlock block in _method.Blocks.Items)
        {
            foreach (MirStatement statement in block.Statements.Items)
            {
                if (statement.Target.Path.Count > 0) Use(statement.Target);
                Use(statement.Value);
            }

            Use(block.End);
        }
    }

    private void Use(MirOperand operand)
    {
        if (operand.Constant is null && operand.Local >= 0) _uses[operand.Local]++;
    }

    private void Use(MirPlace place)
    {
        _uses[place.Local]++;
        foreach (MirStep step in place.Path.Items)
        {
            if (step.Kind == MirStepKind.Index) _uses[step.Number]++;
        }
    }

    private void Use(MirValue value)
    {
        switch (value)
        {
            case MirUse use: Use(use.Operand); break;
            case MirLoad load: Use(load.Place); break;
            case MirRef reference: Use(reference.Place); break;
            case MirBinary binary:
                Use(binary.Left);
                Use(binary.Right);
                break;
            case MirUnary unary: Use(unary.Operand); break;
            case MirConvert convert: Use(convert.Operand); break;
            case MirNewArray array: Use(array.Length); break;
            case MirIs test: Use(test.Operand); break;
            case MirIntrinsic intrinsic:
                foreach (MirOperand argument in intrinsic.Arguments.Items) Use(argument);
                break;
        }
    }

    private void Use(MirTerminator end)
    {
        switch (end)
        {
            case MirGoto jump: _predecessors[jump.Target]++; break;
            case MirSwitchInt branch:
                Use(branch.Operand);
                _predecessors[branch.Otherwise]++;
                foreach (int target in branch.Targets.Items) _predecessors[target]++;
                break;
            case MirCall call:
                foreach (MirOperand argument in call.Arguments.Items) Use(argument);
                _predecessors[call.Next]++;
                break;
            case MirReturn { Value: { } result }: Use(result); break;
            case MirAssert assert:
                Use(assert.Operand);
                _predecessors[assert.Next]++;
                break;
            case MirFail { Detail: { } detail }: Use(detail); break;
        }
    }
}
