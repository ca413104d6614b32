using System.Text.RegularExpressions;
using Ferrite.Rfcs.Documents;

namespace Ferrite.Rfcs.Model;

/// <summary>The sub-teams: a heading "## name" each, and a line "- @member" or "- @member, since 2026-01-31, until 2026-12-31" for who is in it.</summary>
internal sealed partial class TeamsFile
{
    private readonly List<Team> _teams = [];
    private readonly List<(int Line, string Message)> _mistakes = [];

    private TeamsFile(byte[] bytes)
    {
        List<TeamMember> members = [];
        foreach (Line line in Line.Enumerate(bytes, 0))
        {
            string text = System.Text.Encoding.UTF8.GetString(bytes.AsSpan()[line.Start..line.ContentEnd]).Trim('\uFEFF', ' ', '\t');
            if (text.StartsWith("## ", StringComparison.Ordinal))
            {
                _teams.Add(new Team(text[3..].Trim(), line.Number, members = []));
            }
            else if (text.StartsWith("- @", StringComparison.Ordinal) || text.StartsWith("* @", StringComparison.Ordinal))
            {
                AddMember(members, text[2..], line.Number);
            }
        }
    }

    internal IReadOnlyList<Team> Teams => _teams;

    /// <summary>What is wrong with it, by line.</summary>
    internal IEnumerable<(int Line, string Message)> Mistakes => _mistakes
        .Concat(_teams.Where(static team => team.Members.Count == 0).Select(static team => (team.Line, $"Sub-team '{team.Name}' has no members.")))
        .Concat(_teams.GroupBy(static team => team.Name, StringComparer.OrdinalIgnoreCase).SelectMany(static group => group.Skip(1))
            .Select(static team => (team.Line, $"There is a sub-team '{team.Name}' already.")));

    /// <exception cref="RfcException">It can't be read.</exception>
    internal static TeamsFile Load(string path) => new(DocumentFile.Read(path));

    internal Team? Find(string? name) => _teams.FirstOrDefault(team => team.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private void AddMember(List<TeamMember> members, string text, int line)
    {
        Match match = MemberPattern.Match(text);
        DateOnly? since = Names.Date(match.Groups["since"].Value);
        DateOnly? until = Names.Date(match.Groups["until"].Value);
        if (!match.Success || (match.Groups["since"].Success && since is null) || (match.Groups["until"].Success && until is null))
        {
            _mistakes.Add((line, "A member is written '- @name', or '- @name, since 2026-01-31, until 2026-12-31'."));
        }
        else if (_teams.Count == 0)
        {
            _mistakes.Add((line, "A member stands above the first sub-team, '## name'."));
        }
        else if (members.Exists(member => member.Name.Equals(match.Groups["name"].Value, StringComparison.OrdinalIgnoreCase)))
        {
            _mistakes.Add((line, $"@{match.Groups["name"].Value} is in this sub-team already."));
        }
        else
        {
            members.Add(new TeamMember(match.Groups["name"].Value, since, until));
        }
    }

    [GeneratedRegex(@"^@(?<name>[\w.-]+)(,\s*since (?<since>[\d-]+))?(,\s*until (?<until>[\d-]+))?\.?\s*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MemberPattern { get; }
}
