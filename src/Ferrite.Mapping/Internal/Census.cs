namespace Ferrite.Mapping.Internal;

/// <summary>Counts what must come back to where it was once everything is disposed and collected. For the tests' leak probe.</summary>
internal static class Census
{
    /// <summary>Regions with addresses of their own that were not finalized.</summary>
    internal static int Regions;

    /// <summary>Address ranges obtained from the OS and not given back, those in the pool included.</summary>
    internal static int Ranges;

    /// <summary>Slots of the fault guard's table in use.</summary>
    internal static int GuardSlots;
}
