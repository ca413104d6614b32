using Ferrite.Const.Benchmarks.Kernels;
using Ferrite.Const.Benchmarks.Starting;

namespace Ferrite.Const.Benchmarks;

/// <summary>What is measured together.</summary>
internal sealed record Section(string Name, string Title, Action Run)
{
    internal static IReadOnlyList<Section> All { get; } =
    [
        new("kernels", "Lengths as types, beside constants by hand and lengths at run time", KernelSpeed.Run),
        new("start", "Tables of the compiler, beside tables computed at start", StartSpeed.Run),
        new("interpreter", "Evaluation", InterpreterSpeed.Run),
        new("lowering", "Lowering", LoweringSpeed.Run),
        new("generator", "The generator on 500 files with 200 constants", GeneratorSpeed.Run),
        new("cancellation", "From cancellation to its exception", CancellationSpeed.Run),
    ];
}
