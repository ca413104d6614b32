namespace Ferrite.Handles;

/// <summary>What <see cref="HandleSanitizer"/> found.</summary>
public enum HandleMisuseKind
{
    /// <summary>A handle was borrowed or checked whose number was closed behind its owner's back: nothing is behind it, or something else.</summary>
    UseAfterClose,

    /// <summary>An owner was about to close a number that somebody had closed before it. The sanitizer keeps it from doing so.</summary>
    DoubleClose,

    /// <summary>Two copies of one borrow were both disposed of.</summary>
    BorrowEndedTwice,

    /// <summary>A copy of a borrow was used after the other was disposed of.</summary>
    UseAfterBorrow,
}
