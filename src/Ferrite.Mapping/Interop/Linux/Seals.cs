namespace Ferrite.Mapping.Interop.Linux;

/// <summary>What fcntl(2) does with a memfd's seals.</summary>
internal static class Seals
{
    internal const int F_ADD_SEALS = 1033;
    internal const int F_GET_SEALS = 1034;

    /// <summary>The file can't be made shorter.</summary>
    internal const int F_SEAL_SHRINK = 2;

    /// <summary>The file can't be made longer.</summary>
    internal const int F_SEAL_GROW = 4;
}
