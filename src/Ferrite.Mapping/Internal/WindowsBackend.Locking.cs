using System.Globalization;
using Ferrite.Mapping.Interop.Windows;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class WindowsBackend
{
    internal static OSError Lock(nint address, nuint length)
    {
        // SAFETY: VirtualLock changes no byte of the pages, which the caller keeps mapped.
        return Kernel32.VirtualLock((void*)address, length) ? OSError.None : OSError.Last("VirtualLock");
    }

    internal static OSError Unlock(nint address, nuint length)
    {
        // SAFETY: VirtualUnlock changes no byte of the pages, which the caller keeps mapped.
        return Kernel32.VirtualUnlock((void*)address, length) ? OSError.None : OSError.Last("VirtualUnlock");
    }

    internal static string DescribeLockLimit()
    {
        nuint minimum;
        nuint maximum;
        uint flags;
        // SAFETY: GetProcessWorkingSetSizeEx writes the three, which live on this stack frame.
        return Kernel32.GetProcessWorkingSetSizeEx(CurrentProcess, &minimum, &maximum, &flags)
            ? string.Create(CultureInfo.InvariantCulture, $"the limit is somewhat below {minimum} bytes (minimum working set)")
            : "the limit is the minimum working set";
    }
}
