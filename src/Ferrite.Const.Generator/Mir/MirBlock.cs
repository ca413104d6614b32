namespace Ferrite.Const.Generator.Mir;

internal sealed record MirStatement(MirPlace Target, MirValue Value, MirSpan Span);

/// <summary>How a block ends.</summary>
internal abstract record MirTerminator(MirSpan Span);

internal sealed record MirGoto(int Target, MirSpan Span) : MirTerminator(Span);

/// <summary>Where an integer's value leads. <c>if</c>, <c>?:</c>, loops, <c>switch</c> and patterns all end up here.</summary>
internal sealed record MirSwitchInt(MirOperand Operand, EquatableArray<long> Values, EquatableArray<int> Targets, int Otherwise, MirSpan Span) : MirTerminator(Span);

internal sealed record MirCall(string Method, EquatableArray<MirOperand> Arguments, int Destination, int Next, MirSpan Span) : MirTerminator(Span);

internal sealed record MirReturn(MirOperand? Value, MirSpan Span) : MirTerminator(Span);

/// <summary>Goes on only if the operand is true.</summary>
internal sealed record MirAssert(MirOperand Operand, MirFault Fault, string Message, int Next, MirSpan Span) : MirTerminator(Span);

internal sealed record MirFail(MirFault Fault, string Message, MirOperand? Detail, MirSpan Span) : MirTerminator(Span);

/// <summary>Kinds of failure, named after the exceptions that the same code throws at run time.</summary>
internal enum MirFault : byte
{
    None,
    Overflow,
    DivideByZero,
    IndexOutOfRange,
    NullReference,
    InvalidCast,
    NoMatch,
    Argument,
    Format,
    Thrown,
    Steps,
    Depth,
    Bytes,
    Cycle,
    Unsupported,
    Canceled,
}

internal sealed record MirBlock(EquatableArray<MirStatement> Statements, MirTerminator End);

/// <summary>A local's type; in memory where something refers to it.</summary>
internal readonly record struct MirLocal(MirType Type, bool IsVariable, bool InMemory);

/// <summary>A method that can be evaluated: no symbol, no syntax, nothing but values.</summary>
internal sealed record MirMethod(
    string Key,
    string Display,
    int Parameters,
    MirType Returns,
    bool IsConstant,
    EquatableArray<MirLocal> Locals,
    EquatableArray<MirBlock> Blocks,
    EquatableArray<string> Calls,
    EquatableArray<string> Types)
{
    /// <summary>Whether it stands for methods of which the object in its first argument tells which one runs.</summary>
    public bool IsVirtual { get; init; }
}

/// <summary>What one constant's evaluation may reach, the method that computes it first.</summary>
internal sealed record MirProgram(EquatableArray<MirMethod> Methods, EquatableArray<MirDefinition> Definitions);
