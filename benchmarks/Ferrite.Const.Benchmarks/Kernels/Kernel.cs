namespace Ferrite.Const.Benchmarks.Kernels;

/// <summary>One computation written three ways. Each takes the data, does all of it and returns a checksum.</summary>
/// <param name="Title">What is computed.</param>
/// <param name="Operations">How many a call does.</param>
/// <param name="Typed">With the length as a type.</param>
/// <param name="ByHand">With the length as a constant in the source.</param>
/// <param name="AtRunTime">With the length as a variable.</param>
/// <param name="Model">The plainest way, to verify by.</param>
internal sealed record Kernel(string Title, int Operations, Func<double> Typed, Func<double> ByHand, Func<double> AtRunTime, Func<double> Model)
{
    internal static IReadOnlyList<Kernel> All { get; } = [DotProduct.Kernel, MatrixProduct.Kernel, MatrixProduct.IndexedKernel, Shuffle.Kernel];
}
