namespace Ferrite.Handles;

/// <summary>What <see cref="HandleSanitizer.Misused"/> hands out.</summary>
/// <param name="misuse">The report.</param>
public sealed class HandleMisuseEventArgs(HandleMisuse misuse) : EventArgs
{
    /// <summary>The report.</summary>
    public HandleMisuse Misuse { get; } = misuse;
}
