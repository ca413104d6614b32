using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

/// <summary>
/// The handler that keeps the process alive when a mapped page is gone (a file cut by somebody else, a full disk, a failed device).
/// It is installed by the first mapping that asks for it (<see cref="MappedFileOptions.FaultGuard"/>), chained to the handler that was
/// there, and put back in front by later openings if another took its place. See sigaction(2). For Linux: .NET takes faults on macOS
/// as Mach exceptions, before they are signals, and Windows has none.
/// </summary>
public static class FaultGuard
{
    /// <summary>
    /// Whether faults become <see cref="MappedFileFaultException"/>: the native library was built for this platform and could be loaded.
    /// False, as on macOS and Windows: everything else works, and a fault ends the process. Thread-safe.
    /// </summary>
    public static bool IsSupported => FaultGuardLibrary.IsAvailable;
}
