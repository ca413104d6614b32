namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>Asks about the file and not about the region: its pages are the same, but for private copies, which no cache holds.</summary>
    internal PageResidency GetResidency(ref Region current, long offset, long length)
    {
        SlowAccess.Enter(ref current, offset, length).Exit();
        return FileInspector.GetResidency(_file, Path, offset, length);
    }
}
