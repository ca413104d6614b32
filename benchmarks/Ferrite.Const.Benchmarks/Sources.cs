using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Benchmarks;

internal static class Sources
{
    internal static CSharpParseOptions Parsing { get; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    internal static CSharpCompilation Compile(IEnumerable<string> sources)
    {
        string[] assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        IEnumerable<MetadataReference> references = assemblies.Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(ConstFnAttribute).Assembly.Location).Select(static path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("Speed", sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, Parsing, path: $"File{i}.cs")), references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>A project of 500 files with 200 constants in 50 of them, each constant computed by two functions.</summary>
    internal static string[] Project() => [.. Enumerable.Range(0, 500).Select(static i => i < 50 ? Constants(i) : Ordinary(i))];

    internal static string Ordinary(int number)
    {
        string methods = string.Join('\n', Enumerable.Range(0, 12).Select(i => $"    public int M{i}(int x) {{ var list = new List<int>(); for (int i = 0; i < x; i++) list.Add(i * {i} + _field); return list.Count + (x > 3 ? M{(i + 1) % 12}(x - 1) : 0); }}"));
        return $"using System; using System.Collections.Generic;\nnamespace App;\npublic class C{number}\n{{\n    private int _field = {number};\n{methods}\n}}\n";
    }

    private static string Constants(int number)
    {
        string members = string.Join('\n', Enumerable.Range(0, 4).Select(i => $$"""
                [ConstFn] static uint Step{{i}}(uint value, uint by) { uint result = value; for (uint i = 0; i < by; i++) result = (result & 1) != 0 ? (result >> 1) ^ 0xEDB88320u : result >> 1; return result; }
                [ConstEval("Value{{i}}")] static uint Compute{{i}}() { uint sum = {{number}}; for (uint i = 0; i < 20; i++) { sum ^= Step{{i}}(i, 8); if (sum > 1000) sum >>= 1; } return sum; }
            """));
        return $"using Ferrite.Const;\nnamespace App;\npublic static partial class K{number}\n{{\n{members}\n}}\n";
    }
}
