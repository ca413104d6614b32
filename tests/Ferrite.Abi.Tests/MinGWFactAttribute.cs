using Ferrite.TestKit;

namespace Ferrite.Abi.Tests;

/// <summary>A test that is skipped, with the reason, where there is no C compiler for Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MinGWFactAttribute : FactAttribute
{
    public MinGWFactAttribute() =>
        Skip = Tool.Runs(CHeaders.Windows.Compiler, "--version") ? null : $"needs {CHeaders.Windows.Compiler} (gcc-mingw-w64-x86-64)";
}
