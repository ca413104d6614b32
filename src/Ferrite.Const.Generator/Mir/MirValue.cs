namespace Ferrite.Const.Generator.Mir;

internal enum MirBinaryOp : byte
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    And,
    Or,
    Xor,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal enum MirUnaryOp : byte
{
    Negate,
    Complement,
    Not,
}

/// <summary>What a statement computes, from operands only: every intermediate value has a local of its own.</summary>
internal abstract record MirValue;

/// <summary>A local or constant as it is; a struct moves, since what is used this way is not used again.</summary>
internal sealed record MirUse(MirOperand Operand) : MirValue;

/// <summary>A copy of what a place holds.</summary>
internal sealed record MirLoad(MirPlace Place) : MirValue;

internal sealed record MirBinary(MirBinaryOp Op, MirType Type, bool Checked, MirOperand Left, MirOperand Right) : MirValue;

internal sealed record MirUnary(MirUnaryOp Op, MirType Type, bool Checked, MirOperand Operand) : MirValue;

internal sealed record MirConvert(MirType From, MirType To, bool Checked, MirOperand Operand) : MirValue;

/// <summary>A reference to a place.</summary>
internal sealed record MirRef(MirPlace Place) : MirValue;

/// <summary>A struct or class with every field zero.</summary>
internal sealed record MirNew(MirType Type) : MirValue;

internal sealed record MirNewArray(MirType Element, MirOperand Length) : MirValue;

internal sealed record MirLiteralArray(MirType Element, EquatableArray<MirConstant> Items) : MirValue;

/// <summary>Whether an object is of a class or of one derived from it.</summary>
internal sealed record MirIs(MirOperand Operand, string Type) : MirValue;

/// <summary>A function of the class library that the evaluator knows.</summary>
internal sealed record MirIntrinsic(string Name, EquatableArray<MirOperand> Arguments) : MirValue;
