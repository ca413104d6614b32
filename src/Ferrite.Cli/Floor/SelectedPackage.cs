namespace Ferrite.Cli.Floor;

/// <summary>What came of one package.</summary>
/// <param name="Id">The package.</param>
/// <param name="From">The version before; null where it was not there.</param>
/// <param name="To">The version that fits best; null where none does.</param>
/// <param name="File">Where it stands; null where nothing was found to write.</param>
/// <param name="Message">For people.</param>
/// <param name="Succeeded">Whether a version fits and stands there now.</param>
internal sealed record SelectedPackage(string Id, string? From, string? To, string? File, string Message, bool Succeeded);
