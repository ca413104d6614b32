namespace Ferrite.Handles;

/// <summary>What extraction does with symbolic and hard links of an archive.</summary>
public enum ArchiveLinks
{
    /// <summary>
    /// Makes those that stay inside: a symbolic link whose target is relative, has <c>..</c> at its beginning only, and does not lead outside;
    /// a hard link to a file that the same extraction made. Others are refused.
    /// </summary>
    Inside,

    /// <summary>Refuses all.</summary>
    Refuse,
}
