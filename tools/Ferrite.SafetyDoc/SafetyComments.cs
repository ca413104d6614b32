using System.Text.RegularExpressions;

namespace Ferrite.SafetyDoc;

/// <summary>Finds the comments: <c>// SAFETY:</c> and the comment lines right after it.</summary>
internal static partial class SafetyComments
{
    private const string Mark = "// SAFETY";

    /// <summary>Its comments are examples.</summary>
    private const string Examples = "tests/Ferrite.Analyzers.Tests/";

    private static readonly string[] Folders = ["src", "tests"];

    internal static IReadOnlyList<SafetyComment> ReadAll(string root) =>
        [.. Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(static file => !file.StartsWith(Examples, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Read(file, File.ReadAllLines(Path.Combine(root, file))))];

    private static IEnumerable<SafetyComment> Read(string file, string[] lines)
    {
        string member = "";
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (MemberLine().Match(line) is { Success: true } match && !line.StartsWith("//", StringComparison.Ordinal))
            {
                member = match.Groups["name"].Value;
            }

            if (!line.StartsWith(Mark, StringComparison.Ordinal))
            {
                continue;
            }

            var text = new List<string> { line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() };
            int next = i + 1;
            while (next < lines.Length && lines[next].Trim() is ['/', '/', ' ', ..] more && !more.StartsWith(Mark, StringComparison.Ordinal))
            {
                text.Add(more[2..].Trim());
                next++;
            }

            // Above a member, it is that member's.
            string after = next < lines.Length ? lines[next].Trim() : "";
            bool isAbove = MemberLine().Match(after) is { Success: true };
            yield return new SafetyComment(file, isAbove ? MemberLine().Match(after).Groups["name"].Value : member, string.Join(' ', text));
        }
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|private|protected|static|unsafe|readonly|sealed|override|partial|extern|ref|new|async|required)\s+)+(?!class|struct|record|enum|delegate|interface)(?:\([^)]*\)\s+)?[^=(;]*?(?<name>~?[A-Za-z_]\w*)(?:<[^>]*>)?\s*(?:\(|=>|\{|$)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex MemberLine();
}
