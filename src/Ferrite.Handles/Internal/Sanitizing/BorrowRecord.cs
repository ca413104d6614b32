using System.Diagnostics;

namespace Ferrite.Handles.Internal.Sanitizing;

/// <summary>One borrow, shared by its copies.</summary>
internal sealed class BorrowRecord(nint number)
{
    private readonly StackTrace _borrowed = Sanitizer.Here();
    private StackTrace? _ended;

    /// <summary>False for all but the first time.</summary>
    /// <exception cref="HandleMisuseException">It ended already.</exception>
    internal bool TryEnd()
    {
        StackTrace here = Sanitizer.Here();
        StackTrace? before = Interlocked.CompareExchange(ref _ended, here, null);
        if (before is not null)
        {
            throw Misuse(HandleMisuseKind.BorrowEndedTwice, before, here);
        }

        return true;
    }

    /// <exception cref="HandleMisuseException">It ended already, by a copy.</exception>
    internal void CheckLive()
    {
        if (Volatile.Read(ref _ended) is { } before)
        {
            throw Misuse(HandleMisuseKind.UseAfterBorrow, before, Sanitizer.Here());
        }
    }

    private HandleMisuseException Misuse(HandleMisuseKind kind, StackTrace ended, StackTrace here) =>
        Sanitizer.Report(new HandleMisuse
        {
            Kind = kind,
            Number = number,
            OpenedAt = _borrowed.ToString(),
            ClosedAt = ended.ToString(),
            UsedAt = here.ToString(),
        });
}
