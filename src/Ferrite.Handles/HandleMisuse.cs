using System.Globalization;
using System.Text;

namespace Ferrite.Handles;

/// <summary>A report of <see cref="HandleSanitizer"/>.</summary>
public sealed record HandleMisuse
{
    /// <summary>What it is.</summary>
    public required HandleMisuseKind Kind { get; init; }

    /// <summary>The handle's number, to tell it in other logs.</summary>
    public required nint Number { get; init; }

    /// <summary>What the owner was opened on: kind, inode, device. Null where nothing was there, or it is about borrows.</summary>
    public string? Expected { get; init; }

    /// <summary>What is behind the number now. Null where nothing is, or it is about borrows.</summary>
    public string? Found { get; init; }

    /// <summary>The stack where the owner was made, or else first seen; of a borrow, where it was made.</summary>
    public required string OpenedAt { get; init; }

    /// <summary>The stack where the number was last closed, or the borrow ended. Null where that did not go through this library.</summary>
    public string? ClosedAt { get; init; }

    /// <summary>The stack where it was used, or closed, again.</summary>
    public required string UsedAt { get; init; }

    /// <summary>The whole report, with its stacks.</summary>
    public override string ToString()
    {
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"{Kind}: handle {Number}");
        if (Kind is HandleMisuseKind.UseAfterClose or HandleMisuseKind.DoubleClose)
        {
            report.Append(CultureInfo.InvariantCulture, $" was opened on {Expected ?? "nothing"}; behind it is now {Found ?? "nothing"}");
        }

        report.Append(CultureInfo.InvariantCulture, $".\n{Verb} at\n{UsedAt}opened at\n{OpenedAt}");
        report.Append(ClosedAt is null ? "closed where this library could not see it" : $"closed at\n{ClosedAt}");
        return report.ToString().TrimEnd();
    }

    private string Verb => Kind is HandleMisuseKind.DoubleClose or HandleMisuseKind.BorrowEndedTwice ? "closed again" : "used";
}
