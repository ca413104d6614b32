namespace Ferrite.Rfcs.Model;

/// <summary>A sub-team.</summary>
/// <param name="Name">As the heading has it.</param>
/// <param name="Line">Of its heading, from 1.</param>
/// <param name="Members">Past and future ones too.</param>
internal sealed record Team(string Name, int Line, IReadOnlyList<TeamMember> Members)
{
    internal IEnumerable<string> MembersOn(DateOnly day) => Members.Where(member => member.IsOn(day)).Select(static member => member.Name);

    internal bool Has(string member, DateOnly day) => MembersOn(day).Contains(member, StringComparer.OrdinalIgnoreCase);
}
