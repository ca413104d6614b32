namespace Ferrite.SdkFloor.Tables;

/// <summary>A file of tables, or an index of releases, that can't be read.</summary>
internal sealed class TablesException(string message, Exception? cause = null) : FloorException(message, cause);
