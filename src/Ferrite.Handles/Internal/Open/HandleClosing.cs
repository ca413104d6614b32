using System.Runtime.InteropServices;
using Ferrite.Handles.Internal.Sanitizing;

namespace Ferrite.Handles.Internal.Open;

/// <summary>Closes what this library's own types hold.</summary>
internal static class HandleClosing
{
    /// <summary>Where the sanitizer finds somebody else's object behind the number, it is reported and left open.</summary>
    internal static void Close(SafeHandle handle)
    {
        if (Sanitizer.IsOn && !handle.IsClosed && !Sanitizer.MayClose(handle, canThrow: false))
        {
            handle.SetHandleAsInvalid();
        }

        handle.Dispose();
    }
}
