using Ferrite.SdkFloor;
using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Projects;
using Ferrite.SdkFloor.Rules;
using Ferrite.SdkFloor.Selection;
using Ferrite.SdkFloor.Values;

namespace Ferrite.Cli.Floor;

/// <summary>What floors of packages are held against: an SDK that was given, else the project's own floor, else the SDK that builds it.</summary>
internal sealed record Constraint(string Text, IReadOnlyList<FloorTarget> Targets, Func<IReadOnlyList<FloorValue>, bool> Fits)
{
    /// <summary>What fits every one of them.</summary>
    internal static Constraint OfAll(IReadOnlyList<Constraint> all) => all.Count == 1 ? all[0] : new Constraint(
        string.Join(" and ", all.Select(static constraint => constraint.Text).Distinct(StringComparer.Ordinal)),
        [.. all.SelectMany(static constraint => constraint.Targets)], floors => all.All(constraint => constraint.Fits(floors)));

    internal static Constraint Of(FloorSession session, VersionFinder finder, ProjectFacts facts, string? sdkOption)
    {
        FloorTarget[] targets = [.. facts.Frameworks.Select(framework => facts.TargetFor(framework.Framework, null))];
        if (sdkOption is null)
        {
            FloorSet? own = new FloorRules(session.Tables).Read(facts.ToDeclaration(packedRoslyn: null), out IReadOnlyList<string> problems);
            if (problems.Count > 0)
            {
                throw new FloorException($"{facts.Path}: {FloorCode.Invalid}: {problems[0]}");
            }

            if (own is not null)
            {
                return new Constraint($"the project's floor, {own.Base}", targets, finder.ImpliedBy([own.Base]));
            }
        }

        SdkAtHand sdk = session.SdkFor(facts);
        return new Constraint($"SDK {sdk}", targets, finder.MetBy(sdk));
    }
}
