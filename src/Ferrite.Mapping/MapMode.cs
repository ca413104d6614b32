namespace Ferrite.Mapping;

/// <summary>What a mapping may do with the file.</summary>
public enum MapMode
{
    /// <summary>Reads the file; every write is a <see cref="NotSupportedException"/>.</summary>
    ReadOnly,

    /// <summary>Reads and writes the file. Other mappings and processes see the writes at once, the disk after a flush.</summary>
    ReadWrite,

    /// <summary>Reads the file; writes stay private to this mapping and are lost with it (<c>MAP_PRIVATE</c>, <c>PAGE_WRITECOPY</c>).</summary>
    CopyOnWrite,
}
