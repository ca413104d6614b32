using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ferrite.SafetyDoc;

/// <summary>The page: a chapter a group, with what of the OS it touches, what holds, and each comment under its file.</summary>
internal static partial class SafetyPage
{
    internal static string Write(IReadOnlyList<SafetyComment> comments)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Safety

            Why each piece of unsafe code is sound: {comments.Count} places, each with the contract it relies on and how that is met. Generated from
            the `// SAFETY:` comments by `dotnet run --project tools/Ferrite.SafetyDoc`; CI fails if the two differ.

            Other processes may change a mapped file at any time. That is no data race that could break memory safety here: mapped bytes are only
            ever read as plain values, and no invariant of this code is kept in them.

            """);
        foreach (SafetyGroup group in SafetyGroup.All.Reverse())
        {
            SafetyComment[] own = [.. comments.Where(comment => SafetyGroup.Of(comment) == group)];
            if (own.Length == 0)
            {
                continue;
            }

            page.Append(CultureInfo.InvariantCulture, $"\n## {group.Title}\n\n{group.Invariant}\n\n");
            string[] calls = [.. own.SelectMany(static comment => Calls().Matches(comment.Text)).Select(static match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (calls.Length > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"Kernel surface: {string.Join(", ", calls.Select(Link))}.\n");
            }

            foreach (IGrouping<string, SafetyComment> file in own.GroupBy(static comment => comment.File, StringComparer.Ordinal))
            {
                page.Append(CultureInfo.InvariantCulture, $"\n`{file.Key}`\n\n");
                foreach (SafetyComment comment in file)
                {
                    string member = comment.Member.Length == 0 ? "" : $"`{comment.Member}`: ";
                    page.Append(CultureInfo.InvariantCulture, $"- {member}{Escape(comment.Text)}\n");
                }
            }
        }

        return page.ToString();
    }

    /// <summary>msync(2) at its page.</summary>
    private static string Link(string call)
    {
        string name = call[..call.IndexOf('(', StringComparison.Ordinal)];
        char section = call[^2];
        return $"[{call}](https://man7.org/linux/man-pages/man{section}/{name}.{section}.html)";
    }

    private static string Escape(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[a-z_][a-z0-9_]+\([2357]\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Calls();
}
