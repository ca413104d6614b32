using Ferrite.Cli.Files;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>What was done to one file.</summary>
/// <param name="Path">As it was reached.</param>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Before">What was in the cache.</param>
/// <param name="After">What is there now.</param>
/// <param name="Bytes">What was moved: read in, dropped, locked.</param>
internal sealed record FileAction(PathBytes Path, long Size, PageResidency Before, PageResidency After, long Bytes)
{
    /// <summary>Why pages stay that were to go; null where none do.</summary>
    internal string? Stays { get; init; }
}
