using System.Globalization;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Rules;

/// <summary>FLOOR004: the rules that a declared floor keeps.</summary>
internal sealed class FloorRules(SdkTables tables)
{
    /// <summary>The floor of the package that reads the property: older SDKs would pass over it in silence.</summary>
    internal static SdkVersion OwnFloor { get; } = new(2, 0, 0);

    private readonly FloorJudge _judge = new(tables);

    /// <summary>What the project declares; null where it declares none, or none that is valid.</summary>
    /// <param name="declaration">As it stands in the project.</param>
    /// <param name="problems">Sentences, one for each rule that is broken.</param>
    internal FloorSet? Read(Declaration declaration, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        if (!declaration.IsDeclared)
        {
            if (declaration.Conditional.Count > 0)
            {
                found.Add("SdkFloor items raise a floor for some targets: declare MinimumSdkVersion, the one for all, as well.");
            }

            return null;
        }

        FloorValue? floor = ReadValue("MinimumSdkVersion", declaration.Base!, found);
        if (floor is not null)
        {
            found.AddRange(ProblemsOf(floor, declaration));
        }

        ConditionalFloor[] conditional = [.. ReadConditional(declaration, floor, found)];
        return found.Count == 0 ? new FloorSet(floor!, conditional) : null;
    }

    private IEnumerable<ConditionalFloor> ReadConditional(Declaration declaration, FloorValue? floor, List<string> found)
    {
        foreach ((string text, FloorCondition condition) in declaration.Conditional)
        {
            string name = $"SdkFloor '{text}'{(condition.IsEmpty ? "" : $" for {condition}")}";
            FloorValue? value = ReadValue(name, text, found);
            if (condition.IsEmpty)
            {
                found.Add($"{name}: it needs RuntimeIdentifier, TargetFramework or DefineConstants; MinimumSdkVersion is for all.");
            }
            else if (value is not null && floor is not null)
            {
                if (!_judge.Implies(value, floor))
                {
                    found.Add((value.Dates is null) != (floor.Dates is null)
                        ? $"{name}: days and versions don't compare; give both as days, or both as versions."
                        : $"{name}: it is below the MinimumSdkVersion, {floor}, which holds for all targets.");
                }
                else if (IsTooNew(value))
                {
                    found.Add($"{name}: {TooNew(value)}");
                }

                yield return new ConditionalFloor(value, condition);
            }
        }
    }

    private static FloorValue? ReadValue(string name, string text, List<string> found)
    {
        if (FloorValue.TryParse(text, out FloorValue? value, out string? error))
        {
            return value;
        }

        found.Add($"{name}: {error}");
        return null;
    }

    private IEnumerable<string> ProblemsOf(FloorValue floor, Declaration declaration)
    {
        if (floor.Version is not { } version)
        {
            yield break;
        }

        if (IsTooNew(floor))
        {
            yield return $"MinimumSdkVersion: {TooNew(floor)}";
        }

        if (version < OwnFloor)
        {
            yield return $"MinimumSdkVersion: {version} can't read this property: the first SDK that can is {OwnFloor}.";
        }

        foreach (string framework in declaration.TargetFrameworks)
        {
            if (tables.FirstFor(framework) is { } first && version < first)
            {
                yield return $"MinimumSdkVersion: {version} can't build for {framework}: the first SDK that can is {first}.";
            }
        }

        if (LanguageOf(declaration.LangVersion) is { } language && tables.FirstWithCSharp(language) is { } firstOfLanguage && version < firstOfLanguage)
        {
            yield return $"MinimumSdkVersion: {version} doesn't know LangVersion {declaration.LangVersion}: the first SDK that does is {firstOfLanguage}.";
        }

        if (declaration.PackedRoslyn is { } roslyn && tables.FirstWithRoslyn(roslyn) is { } firstOfRoslyn && version < firstOfRoslyn)
        {
            yield return $"MinimumSdkVersion: the analyzers packed here need Roslyn {roslyn.ToString(2)}, which came with SDK {firstOfRoslyn}; {version} is older.";
        }
    }

    private bool IsTooNew(FloorValue floor) => floor.Version is { } version && version > tables.NewestStable;

    private string TooNew(FloorValue floor) =>
        $"{floor} is above the newest stable SDK known, {tables.NewestStable}. For an SDK that is not stable yet, write 'preview' or 'daily: …'.";

    /// <summary>The number in LangVersion; null for words such as "latest".</summary>
    internal static Version? LanguageOf(string? text) =>
        Version.TryParse(text, out Version? version) ? version
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int major) ? new Version(major, 0)
        : null;
}
