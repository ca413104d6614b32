using System.Text;

namespace Ferrite.SdkFloor.Floors;

/// <summary>
/// Writes <c>ferrite/sdk-floor.json</c>, without a JSON library: the task that packs has none that every MSBuild could load. Also compiled for netstandard2.0.
/// </summary>
internal static class PackageFloorText
{
    internal const string Schema = "ferrite.sdk-floor";
    internal const int SchemaVersion = 1;

    /// <param name="floors">'stable' and 'preview' already as versions; conditions on constants already settled, by <see cref="Settle"/>.</param>
    /// <param name="frameworks">Target frameworks of the project, short names.</param>
    internal static string ToJson(FloorSet floors, IEnumerable<string> frameworks)
    {
        var json = new StringBuilder("{\n");
        json.Append("  \"schema\": ").Append(Quote(Schema)).Append(",\n  \"version\": ").Append(SchemaVersion);
        json.Append(",\n  \"floor\": ").Append(Quote(floors.Base.ToString()));
        json.Append(",\n  \"frameworks\": [").Append(string.Join(", ", frameworks.Select(Quote))).Append("],\n  \"conditions\": [");
        json.Append(string.Join(",", floors.Conditional.Select(static floor => "\n    " + ToJson(floor))));
        return json.Append(floors.Conditional.Count > 0 ? "\n  ]\n}\n" : "]\n}\n").ToString();
    }

    /// <summary>
    /// What a package says: its code is compiled, so the constants are, and a floor that hangs on them is one of each framework that defined them.
    /// </summary>
    /// <param name="floors">As the project declares them.</param>
    /// <param name="constants">Of each target framework, by its short name.</param>
    internal static FloorSet Settle(FloorSet floors, IReadOnlyDictionary<string, ISet<string>> constants) => new(floors.Base,
    [
        .. floors.Conditional.SelectMany(floor => floor.Condition.DefineConstants is null
            ? [floor]
            : constants.Where(framework => new FloorCondition(null, floor.Condition.TargetFramework, floor.Condition.DefineConstants)
                    .Holds(new FloorTarget(framework.Key, null, framework.Value)))
                .Select(framework => new ConditionalFloor(floor.Value, new FloorCondition(floor.Condition.RuntimeIdentifier, framework.Key, null)))),
    ]);

    private static string ToJson(ConditionalFloor floor)
    {
        var json = new StringBuilder("{ \"floor\": ").Append(Quote(floor.Value.ToString()));
        if (floor.Condition.RuntimeIdentifier is { } runtime)
        {
            json.Append(", \"runtimeIdentifier\": ").Append(Quote(runtime));
        }

        if (floor.Condition.TargetFramework is { } framework)
        {
            json.Append(", \"targetFramework\": ").Append(Quote(framework));
        }

        return json.Append(" }").ToString();
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c is '"' or '\\' ? "\\" + c : c < ' ' ? " " : c.ToString());
        }

        return quoted.Append('"').ToString();
    }
}
