using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Handles.Internal.Open;

namespace Ferrite.Handles.Internal.Sanitizing;

/// <summary>Remembers what each owner was opened on, and compares when it is borrowed or closed. See <see cref="HandleSanitizer"/>.</summary>
internal static class Sanitizer
{
    /// <summary>By owner; by reference, as nobody overrides that for handles.</summary>
    private static readonly ConditionalWeakTable<SafeHandle, HandleTag> Tags = [];

    /// <summary>Where each number was last closed, as far as that was seen.</summary>
    private static readonly ConcurrentDictionary<nint, StackTrace> Closed = new();

    /// <summary>Read on each borrow: when off, that is all that it costs.</summary>
    internal static bool IsOn { get; set; }

    /// <summary>What the owner opened, or was given, just now.</summary>
    internal static void Opened(SafeHandle owner) => Tags.AddOrUpdate(owner, TagOf(owner));

    /// <summary>Of an owner whose count was raised; lowers it again where it throws.</summary>
    internal static unsafe BorrowRecord Borrowed(SafeHandle owner)
    {
        try
        {
            Check(owner);
        }
        catch
        {
            owner.DangerousRelease();
            throw;
        }

        // SAFETY: the owner's count was raised by the caller, and the number is only remembered.
        return new BorrowRecord(owner.DangerousGetHandle());
    }

    /// <exception cref="HandleMisuseException">Something else, or nothing, is behind its number.</exception>
    internal static void Check(SafeHandle owner)
    {
        if (Find(owner) is { } tag && Compare(tag, HandleMisuseKind.UseAfterClose) is { } misuse)
        {
            throw misuse;
        }
    }

    /// <summary>Asked right before a number is closed. Where it answers no, what is behind it is somebody else's.</summary>
    /// <exception cref="HandleMisuseException">The same, where it may throw: a finalizer must not.</exception>
    internal static bool MayClose(SafeHandle owner, bool canThrow)
    {
        HandleTag? tag = Find(owner);
        if (tag is null)
        {
            return true;
        }

        HandleMisuseException? misuse = Compare(tag, HandleMisuseKind.DoubleClose);
        if (misuse is null)
        {
            Closed[tag.Number] = Here();
            return true;
        }

        return canThrow ? throw misuse : false;
    }

    /// <summary>Whatever is tagged and open.</summary>
    internal static IEnumerable<SafeHandle> OpenOwners => Tags.Select(static pair => pair.Key).Where(static owner => !owner.IsClosed);

    internal static void Forget()
    {
        Tags.Clear();
        Closed.Clear();
    }

    internal static StackTrace Here() => new(skipFrames: 2, fNeedFileInfo: true);

    internal static HandleMisuseException Report(HandleMisuse misuse)
    {
        HandleSanitizer.Raise(misuse);
        return new HandleMisuseException(misuse);
    }

    /// <summary>Null where the OS can't be asked.</summary>
    private static HandleTag? Find(SafeHandle owner) =>
        HandleNumbers.KindOf(owner) is HandleKind.Unknown or HandleKind.Runtime ? null : Tags.GetValue(owner, TagOf);

    private static unsafe HandleTag TagOf(SafeHandle owner)
    {
        // SAFETY: the OS is only asked what the number is, which is a question about any number; a wrong answer is what this looks for.
        nint number = owner.DangerousGetHandle();
        HandleKind kind = HandleNumbers.KindOf(owner);
        return new HandleTag(kind, number, OpenHandles.Identify(kind, number), Here());
    }

    private static HandleMisuseException? Compare(HandleTag tag, HandleMisuseKind kind)
    {
        HandleIdentity? found = OpenHandles.Identify(tag.Kind, tag.Number);
        return found is not null && found == tag.Identity
            ? null
            : Report(new HandleMisuse
            {
                Kind = kind,
                Number = tag.Number,
                Expected = tag.Identity?.ToString(),
                Found = found?.ToString(),
                OpenedAt = tag.Seen.ToString(),
                ClosedAt = Closed.GetValueOrDefault(tag.Number)?.ToString(),
                UsedAt = Here().ToString(),
            });
    }
}
