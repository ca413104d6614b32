using System.Globalization;
using System.Text.RegularExpressions;

namespace Ferrite.Rfcs.Model;

/// <summary>The name of a document: "0012-some-name.md", of a draft "0000-some-name.md", of a translation "0012-some-name.zh-TW.md".</summary>
/// <param name="Number">0 for a draft.</param>
/// <param name="Slug">"some-name".</param>
/// <param name="Language">Null for the original.</param>
internal sealed partial record RfcFileName(int Number, string Slug, string? Language)
{
    internal string Stem => $"{Names.Of(Number)}-{Slug}";

    public override string ToString() => Language is null ? $"{Stem}.md" : $"{Stem}.{Language}.md";

    internal static RfcFileName? Parse(string fileName) =>
        Pattern.Match(fileName) is { Success: true } match && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new RfcFileName(number, match.Groups["slug"].Value, match.Groups["language"] is { Success: true } language ? language.Value : null)
            : null;

    internal static bool IsSlug(string text) => SlugPattern.IsMatch(text);

    [GeneratedRegex(@"^(?<number>\d{4,9})-(?<slug>[a-z0-9]+(-[a-z0-9]+)*)(\.(?<language>[a-z]{2,3}(-[A-Za-z0-9]{2,8})*))?\.md\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern { get; }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SlugPattern { get; }
}
