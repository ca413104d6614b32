using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>C files that lie beside the tests and are compiled by those that load them.</summary>
internal static class NativeSource
{
    /// <summary>The library made of <c>Faults/</c><paramref name="source"/>.</summary>
    internal static string Compile(TempDirectory directory, string source)
    {
        string library = directory.File($"lib{Path.GetFileNameWithoutExtension(source)}.so");
        Tool.Run(
            "cc", "-std=c11", "-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror",
            "-o", library, Path.Combine(AppContext.BaseDirectory, "Faults", source));
        return library;
    }
}
