using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// The native library built from <c>native/fault_guard.c</c>, where there is one: on Linux. On macOS the handler would never run: there
/// .NET takes bad accesses as Mach exceptions, thread by thread, before the kernel makes them signals (machexception.cpp of CoreCLR).
/// On Windows there are no signals.
/// </summary>
internal static unsafe partial class FaultGuardLibrary
{
    private const string Name = "ferrite_fault_guard";

    internal const long NoSlot = -1;

    internal static bool IsAvailable { get; } = Load();

    /// <summary>Guards a mapping. <see cref="NoSlot"/>: there is no guard, or no memory for its table.</summary>
    internal static long Add(in AddressRange range, long pageSize, SafeFileHandle file)
    {
        if (!IsAvailable || Install() != 0)
        {
            return NoSlot;
        }

        bool added = false;
        try
        {
            file.DangerousAddRef(ref added);
            // SAFETY: the range is mapped, its header lies RegionHeader.Distance below its base, and the region that owns the range
            // withdraws the slot in its finalizer, before the addresses are given back. The descriptor is only asked for the file's length,
            // and is closed after the region was marked closed, when nobody asks for the answer any more.
            long slot = AddSlot(range.BasePointer, (nuint)range.Capacity, (nuint)pageSize, (int)file.DangerousGetHandle());
            if (slot != NoSlot)
            {
                Interlocked.Increment(ref Census.GuardSlots);
            }

            return slot;
        }
        finally
        {
            if (added)
            {
                file.DangerousRelease();
            }
        }
    }

    internal static void Remove(long slot)
    {
        if (slot != NoSlot)
        {
            RemoveSlot(slot);
            Interlocked.Decrement(ref Census.GuardSlots);
        }
    }

    private static bool Load()
    {
        if (!OperatingSystem.IsLinux() || !(NativeLibrary.TryLoad(BesideAssembly(), out nint library)
            || NativeLibrary.TryLoad(Name, typeof(FaultGuardLibrary).Assembly, DllImportSearchPath.SafeDirectories, out library)))
        {
            return false;
        }

        NativeLibrary.SetDllImportResolver(
            typeof(FaultGuardLibrary).Assembly, (name, _, _) => string.Equals(name, Name, StringComparison.Ordinal) ? library : 0);
        PlantFrom(StrictOvercommit.PlantFrom);
        return Install() == 0;
    }

    /// <summary>Where a build puts it; a package's is found by the host.</summary>
    private static string BesideAssembly()
    {
        string system = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl" : "linux";
        string architecture = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            Architecture other => other.ToString().ToLowerInvariant(),
        };
        return Path.Combine(AppContext.BaseDirectory, "runtimes", $"{system}-{architecture}", "native", $"lib{Name}.so");
    }

    [LibraryImport(Name, EntryPoint = "ferrite_guard_install")]
    private static partial int Install();

    [LibraryImport(Name, EntryPoint = "ferrite_guard_plant_from")]
    private static partial void PlantFrom(int descriptor);

    [LibraryImport(Name, EntryPoint = "ferrite_guard_add")]
    private static partial long AddSlot(void* start, nuint size, nuint pageSize, int descriptor);

    [LibraryImport(Name, EntryPoint = "ferrite_guard_remove")]
    private static partial void RemoveSlot(long slot);
}
