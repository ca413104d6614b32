namespace Ferrite.Mapping;

/// <summary>Why a page of a mapped file could not be had.</summary>
public enum FaultCause
{
    /// <summary>The file is shorter than the mapping: somebody cut it.</summary>
    Truncated,

    /// <summary>The file has a hole there and the file system has no block, or no quota, left to fill it.</summary>
    OutOfSpace,

    /// <summary>The device failed to read or write the page, or the memory that held it is defective.</summary>
    DeviceError,
}
