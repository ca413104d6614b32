using Ferrite.Cli.Files;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache;

/// <summary>One file, looked at.</summary>
/// <param name="Path">Good during the report only.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Residency">Of the whole file.</param>
/// <param name="IsCounted">False for a further name of a file that is in the sum already.</param>
internal readonly record struct FileResidency(PathBytes Path, long Size, PageResidency Residency, bool IsCounted);
