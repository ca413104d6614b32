using System.Globalization;
using System.Text;
using Ferrite.TestKit;

namespace Ferrite.Abi.Tests;

/// <summary>A C program made of facts and calls; the compiler tells what it thinks of them.</summary>
internal static class CProgram
{
    /// <summary>Compiles and runs it; the facts for which C has another value. Calls that C declares otherwise, and names that it doesn't know, don't compile.</summary>
    /// <exception cref="IOException">It didn't compile; the message is the compiler's.</exception>
    internal static List<string> Disagreements(CHeaders headers)
    {
        Fact[] facts = [.. headers.Types.SelectMany(Facts.Of)];
        StringBuilder source = Start(headers);
        source.AppendLine("#include <stdio.h>").AppendLine("int main(void) {");
        foreach (Fact fact in facts)
        {
            source.AppendLine(CultureInfo.InvariantCulture, $"    printf(\"%lld\\n\", (long long)({fact.Expression}));");
        }

        using var directory = new TempDirectory();
        Compile(headers, source.AppendLine("    return 0;").AppendLine("}"), directory, "-o", directory.File("abi"));
        string[] values = Tool.Run(directory.File("abi")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(facts.Length, values.Length);
        return
        [
            .. facts.Zip(values)
                .Where(static pair => pair.First.Value != long.Parse(pair.Second, CultureInfo.InvariantCulture))
                .Select(static pair => $"{pair.First.Name} is {pair.First.Value}; C says {pair.First.Expression} is {pair.Second}"),
        ];
    }

    /// <summary>For an OS whose programs don't run here: each fact is an assertion.</summary>
    /// <exception cref="IOException">C disagrees; the message is the compiler's.</exception>
    internal static void CompileAssertions(CHeaders headers)
    {
        StringBuilder source = Start(headers);
        foreach (Fact fact in headers.Types.SelectMany(Facts.Of))
        {
            source.AppendLine(
                CultureInfo.InvariantCulture,
                $"_Static_assert((long long)({fact.Expression}) == {fact.Value}LL, \"{fact.Name} is {fact.Value}; C disagrees\");");
        }

        using var directory = new TempDirectory();
        Compile(headers, source, directory, "-fsyntax-only");
    }

    private static StringBuilder Start(CHeaders headers)
    {
        StringBuilder source = new StringBuilder()
            .AppendLine("#define _GNU_SOURCE")
            .AppendLine("#include <stddef.h>")
            .AppendLine("#include <stdint.h>")
            .AppendLine(CultureInfo.InvariantCulture, $"#include \"{headers.File}\"");
        foreach ((string function, string pointer) in headers.DeclaresCalls ? headers.Types.SelectMany(Calls.Of) : [])
        {
            source.AppendLine(
                CultureInfo.InvariantCulture,
                $"_Static_assert(_Generic(&{function}, {pointer}: 1, default: 0), \"{function} is imported as {pointer}; C disagrees\");");
        }

        return source;
    }

    private static void Compile(CHeaders headers, StringBuilder source, TempDirectory directory, params string[] options)
    {
        File.WriteAllText(directory.File("abi.c"), source.ToString());
        Tool.Run(
            headers.Compiler,
            ["-std=gnu11", "-Wall", "-Wextra", "-Werror", "-I", Path.Combine(AppContext.BaseDirectory, "Headers"), .. options, directory.File("abi.c")]);
    }
}
