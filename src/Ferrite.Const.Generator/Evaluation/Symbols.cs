using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>Operators as C# writes them.</summary>
internal static class Symbols
{
    public static string Of(MirBinaryOp op) => op switch
    {
        MirBinaryOp.Add => "+",
        MirBinaryOp.Subtract => "-",
        MirBinaryOp.Multiply => "*",
        MirBinaryOp.Divide => "/",
        MirBinaryOp.Remainder => "%",
        MirBinaryOp.And => "&",
        MirBinaryOp.Or => "|",
        MirBinaryOp.Xor => "^",
        MirBinaryOp.ShiftLeft => "<<",
        MirBinaryOp.ShiftRight => ">>",
        MirBinaryOp.ShiftRightUnsigned => ">>>",
        MirBinaryOp.Equal => "==",
        MirBinaryOp.NotEqual => "!=",
        MirBinaryOp.Less => "<",
        MirBinaryOp.LessOrEqual => "<=",
        MirBinaryOp.Greater => ">",
        _ => ">=",
    };

    public static string Of(MirUnaryOp op) => op switch { MirUnaryOp.Negate => "-", MirUnaryOp.Complement => "~", _ => "!" };
}
