using System.Runtime.InteropServices;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>A call: the arguments' registers, in the order of the parameters' ones.</summary>
internal sealed class CallSite(MirMethod target, Argument[] arguments, int result)
{
    public readonly MirMethod Target = target;
    public readonly Argument[] Arguments = arguments;

    /// <summary>The register of the result, or -1.</summary>
    public readonly int Result = result;

    /// <summary>What ran last, and for objects of which type where it is a virtual method.</summary>
    public Code? Code;
    public Layout? Layout;
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Argument(int Register, bool IsObject, bool IsCopied);

/// <summary>A call of a library function over scalars alone.</summary>
internal sealed class ScalarSite(ScalarFunction function, int[] arguments)
{
    public readonly ScalarFunction Function = function;
    public readonly int A = arguments.Length > 0 ? arguments[0] : 0;
    public readonly int B = arguments.Length > 1 ? arguments[1] : 0;
    public readonly int C = arguments.Length > 2 ? arguments[2] : 0;
}

/// <summary>An operation that reads its MIR node while it runs.</summary>
internal sealed class RareSite(object node, Argument[] arguments, bool isObject)
{
    /// <summary>The steps it counts as: a step is some nanoseconds.</summary>
    public readonly int Cost = node switch { MirIntrinsic => 64, MirBinary or MirUnary or MirConvert => 48, _ => 32 };

    public readonly object Node = node;
    public readonly Argument[] Arguments = arguments;
    public readonly bool IsObject = isObject;
    public ObjectFunction? Function;
    public Layout? Layout;
}

internal delegate Value ObjectFunction(Machine machine, Value[] arguments);

internal delegate long ScalarFunction(long a, long b, long c);

/// <summary>A register that a frame begins with: a struct, or a cell for a scalar or an object, filled from a parameter where one is named.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FrameItem(int Register, MirType Type, int Parameter);
