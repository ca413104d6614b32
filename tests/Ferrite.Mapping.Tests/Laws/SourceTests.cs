using System.Text.RegularExpressions;
using Ferrite.TestKit.Laws;

namespace Ferrite.Mapping.Tests.Laws;

/// <summary>The laws of docs/architecture.md that a look at the text can judge for certain.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 200;

    [Fact]
    public void A_file_has_at_most_200_lines() =>
        AssertNone(Repository.Sources.Where(static path => File.ReadAllLines(path).Length > MostLines).Select(Repository.Relative));

    /// <summary>One portable assembly, no warnings switched off in passing, no regions.</summary>
    [Fact]
    public void There_are_no_directives_but_nullable() => AssertNone(Lines(static line => Directive().IsMatch(line)));

    [Fact]
    public void No_project_switches_warnings_off() => AssertNone(Repository.Projects
        .Where(static path => File.ReadAllText(path).Contains("NoWarn", StringComparison.Ordinal))
        .Select(Repository.Relative));

    /// <summary>BCL constants are shim values there: its MAP_ANONYMOUS is Linux's MAP_FIXED.</summary>
    [Fact]
    public void Native_calls_are_declared_below_Interop_only() => AssertNone(Lines(static line => line.Contains("DllImport(", StringComparison.Ordinal))
        .Concat(Lines(static line => line.Contains("[LibraryImport(\"libc", StringComparison.Ordinal) || line.Contains("[LibraryImport(\"kernel", StringComparison.Ordinal) || line.Contains("[LibraryImport(\"ws2_32", StringComparison.Ordinal))
            .Where(static place => !place.Contains("/Interop/", StringComparison.Ordinal))));

    /// <summary>Every member that goes through a pointer says why it may.</summary>
    [Fact]
    public void Whatever_goes_through_a_pointer_says_why_it_is_safe()
    {
        var silent = new List<string>();
        foreach (string path in Repository.Sources.Where(static path => !Repository.Relative(path).Contains("/Interop/", StringComparison.Ordinal)))
        {
            string[] lines = File.ReadAllLines(path);
            for (int i = 0; i < lines.Length; i++)
            {
                if (!IsComment(lines[i]) && Dangerous().IsMatch(lines[i]) && !SaysWhy(lines, i))
                {
                    silent.Add($"{Repository.Relative(path)}:{i + 1}: {lines[i].Trim()}");
                }
            }
        }

        AssertNone(silent);
    }

    /// <summary>From the line up to the beginning of its member, with the comments above that.</summary>
    private static bool SaysWhy(string[] lines, int at)
    {
        int i = at;
        while (i >= 0 && !MemberStart().IsMatch(lines[i]))
        {
            if (lines[i].Contains("// SAFETY:", StringComparison.Ordinal))
            {
                return true;
            }

            i--;
        }

        for (i--; i >= 0 && (IsComment(lines[i]) || lines[i].TrimStart().StartsWith('[')); i--)
        {
            if (lines[i].Contains("// SAFETY:", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(Func<string, bool> choose) =>
        from path in Repository.Sources
        from line in File.ReadLines(path).Select(static (text, index) => (Text: text, Number: index + 1))
        where choose(line.Text)
        select $"{Repository.Relative(path)}:{line.Number}: {line.Text.Trim()}";

    private static void AssertNone(IEnumerable<string> found) => Assert.True(!found.Any(), string.Join('\n', found));

    [GeneratedRegex(@"^\s*#\s*(if|elif|else|endif|define|undef|pragma|region|endregion|error|warning)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();

    /// <summary>Loads, stores and spans over an address; native calls that are handed an address.</summary>
    [GeneratedRegex(@"Unsafe\.(Read|Write)Unaligned|\w\)?->\w|\*\(\w+\*\)|Span<byte>\(.*\.Base\b|new\(_(start|cursor\.Start)\b|\b(\w*Libc|\w*Kernel32|KernelBase|Ws2_32)\.\w+\((.*\(void\*\)|.*&[a-z]|.*Pointer|null)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Dangerous();

    [GeneratedRegex(@"^\s+(public|internal|private|protected|static|~\w)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MemberStart();
}
