using Ferrite.Rfcs.Markup;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Checking;

/// <summary>What the parts of one check share, and where their findings go.</summary>
internal sealed class CheckSession(RfcTree tree, DateOnly today)
{
    private readonly List<RfcFinding> _findings = [];
    private readonly Dictionary<string, MarkdownPage> _pages = new(StringComparer.Ordinal);

    internal RfcTree Tree { get; } = tree;

    internal DateOnly Today { get; } = today;

    internal TeamsFile Teams { get; } = tree.LoadTeams();

    internal IReadOnlyList<Rfc> Rfcs { get; } = tree.Load();

    /// <summary>By file and line.</summary>
    internal IReadOnlyList<RfcFinding> Findings =>
        [.. _findings.OrderBy(static finding => finding.File, StringComparer.Ordinal).ThenBy(static finding => finding.Line)];

    /// <summary>Each file is read and parsed once.</summary>
    internal MarkdownPage PageOf(string path)
    {
        if (!_pages.TryGetValue(path, out MarkdownPage? page))
        {
            _pages[path] = page = MarkdownPage.Load(path);
        }

        return page;
    }

    internal void Add(string path, int line, string rule, string message) =>
        _findings.Add(new RfcFinding(Tree.Relative(path), line, rule, message, IsError: true));

    internal void Warn(string path, int line, string rule, string message) =>
        _findings.Add(new RfcFinding(Tree.Relative(path), line, rule, message, IsError: false));

    /// <summary>About a field of a header: at its line, or at the first where it is absent.</summary>
    internal void Add(Rfc rfc, string field, string rule, string message) =>
        Add(rfc.Path, rfc.Document.Find(field)?.Line ?? rfc.Document.FirstLine, rule, message);
}
