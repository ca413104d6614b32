namespace Ferrite.Const.Generator.Evaluation;

/// <summary>One instruction: registers in <see cref="A"/> (the result, or where a jump leads), <see cref="B"/> and <see cref="C"/>.</summary>
internal struct Instruction(Op op, int a, int b, int c)
{
    private readonly ushort _op = (ushort)op;

    /// <summary>The steps that the block this instruction ends is counted as.</summary>
    public ushort Cost;

    public int A = a;
    public readonly int B = b;
    public readonly int C = c;

    public readonly Op Op => (Op)_op;
}
