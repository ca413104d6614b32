using System.Runtime.InteropServices;
using Ferrite.Handles.Internal.Sanitizing;

namespace Ferrite.Handles;

/// <summary>
/// Finds stale handles while a program runs: for Debug builds and tests. Each owner is tagged with what it was opened on (kind, device, inode,
/// time of birth) and the stack; a borrow or close that finds something else behind the number reports it with both stacks, and goes no further.
/// Thread-safety: all of it.
/// </summary>
/// <remarks>
/// What it sees: owners made by this library (<see cref="OwnedHandle"/>, duplicates, what is taken or converted) from their making to
/// their closing; owners made by the BCL from their first borrow on, when they are borrowed, checked, taken or converted. What the BCL closes
/// by itself it can't see happen: only that it has happened, at the next look. What it can't tell apart: two openings of one file; two event
/// descriptors of one kind, which the kernel gives one inode; on Windows anything but files. Each look costs system calls and a stack trace.
/// </remarks>
public static class HandleSanitizer
{
    /// <summary>Each report, right before the exception. A finalizer that finds a double close reports it here only.</summary>
    public static event EventHandler<HandleMisuseEventArgs>? Misused;

    /// <summary>Whether it is on.</summary>
    public static bool IsEnabled => Sanitizer.IsOn;

    /// <summary>Switches it on, for what is borrowed and made from now on. Does nothing the second time.</summary>
    public static void Enable() => Sanitizer.IsOn = true;

    /// <summary>Switches it off, and forgets what it knows.</summary>
    public static void Disable()
    {
        Sanitizer.IsOn = false;
        Sanitizer.Forget();
    }

    /// <summary>Looks at one handle, and tags it if it was not yet. One that is closed is left alone. Does nothing where it is off.</summary>
    /// <exception cref="HandleMisuseException">Something else, or nothing, is behind its number.</exception>
    public static void Check(SafeHandle handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        if (Sanitizer.IsOn && !handle.IsClosed && !handle.IsInvalid)
        {
            bool added = false;
            try
            {
                handle.DangerousAddRef(ref added);
                Sanitizer.Check(handle);
            }
            catch (ObjectDisposedException)
            {
                // Closed in between.
            }
            finally
            {
                if (added)
                {
                    handle.DangerousRelease();
                }
            }
        }
    }

    /// <summary>Looks at every handle that is tagged and open: for the end of a test.</summary>
    /// <exception cref="HandleMisuseException">Something else, or nothing, is behind the number of one.</exception>
    public static void CheckAll()
    {
        foreach (SafeHandle handle in Sanitizer.OpenOwners)
        {
            Check(handle);
        }
    }

    internal static void Raise(HandleMisuse misuse) => Misused?.Invoke(sender: null, new HandleMisuseEventArgs(misuse));
}
