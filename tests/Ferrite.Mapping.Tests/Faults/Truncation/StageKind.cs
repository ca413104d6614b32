namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>What the cutter has done to the file.</summary>
internal enum StageKind
{
    /// <summary>It is at it: any byte of the file may be right, or zero, or gone.</summary>
    Changing,

    /// <summary>The file is whole.</summary>
    Whole,

    /// <summary>The file ends at the stage's length.</summary>
    Cut,

    /// <summary>The file is whole, and stays so.</summary>
    Over,
}
