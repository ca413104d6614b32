namespace Ferrite.SdkFloor.Floors;

/// <summary>When an <c>SdkFloor</c> item applies; what is null there asks nothing. Several are all asked for. Also compiled for netstandard2.0.</summary>
/// <param name="RuntimeIdentifier">The runtime that is built for, by its very name.</param>
/// <param name="TargetFramework">The target framework, by its short name; of a package, the one of its frameworks that NuGet chose.</param>
/// <param name="DefineConstants">Constants, separated by semicolons, that the project defines.</param>
internal sealed record FloorCondition(string? RuntimeIdentifier, string? TargetFramework, string? DefineConstants)
{
    internal bool IsEmpty => RuntimeIdentifier is null && TargetFramework is null && DefineConstants is null;

    internal bool Holds(FloorTarget target) =>
        (RuntimeIdentifier is null || RuntimeIdentifier.Equals(target.RuntimeIdentifier, StringComparison.OrdinalIgnoreCase))
        && (TargetFramework is null || TargetFramework.Equals(target.Framework, StringComparison.OrdinalIgnoreCase))
        && (DefineConstants is null || Split(DefineConstants).All(target.Constants.Contains));

    public override string ToString() => string.Join(", ", Parts());

    private IEnumerable<string> Parts()
    {
        if (RuntimeIdentifier is not null)
        {
            yield return $"RuntimeIdentifier {RuntimeIdentifier}";
        }

        if (TargetFramework is not null)
        {
            yield return $"TargetFramework {TargetFramework}";
        }

        if (DefineConstants is not null)
        {
            yield return $"DefineConstants {DefineConstants}";
        }
    }

    private static IEnumerable<string> Split(string constants) =>
        constants.Split(';').Select(static constant => constant.Trim()).Where(static constant => constant.Length > 0);
}
