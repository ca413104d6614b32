namespace Ferrite.Rfcs.Model;

/// <summary>A member of a sub-team, and when.</summary>
/// <param name="Name">Without the @.</param>
/// <param name="Since">The first day; null: always.</param>
/// <param name="Until">The first day on which no longer; null: for good.</param>
internal sealed record TeamMember(string Name, DateOnly? Since, DateOnly? Until)
{
    internal bool IsOn(DateOnly day) => (Since is null || Since <= day) && (Until is null || day < Until);
}
