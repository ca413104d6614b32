namespace Ferrite.SdkFloor.Floors;

/// <summary>What is built for. Also compiled for netstandard2.0.</summary>
/// <param name="Framework">The target framework's short name.</param>
/// <param name="RuntimeIdentifier">The runtime; null where it is built for all.</param>
/// <param name="Constants">What the project defines; C# tells case apart.</param>
internal sealed record FloorTarget(string Framework, string? RuntimeIdentifier, ISet<string> Constants)
{
    internal FloorTarget(string framework, string? runtimeIdentifier = null)
        : this(framework, runtimeIdentifier, new HashSet<string>(StringComparer.Ordinal))
    {
    }

    public override string ToString() => RuntimeIdentifier is null ? Framework : $"{Framework}/{RuntimeIdentifier}";
}
