namespace Ferrite.Cli.Cache.Acting;

/// <summary>What a command does, in words.</summary>
/// <param name="Command">Its name.</param>
/// <param name="Label">Of the line that says how much was done.</param>
/// <param name="Member">Of the JSON, for the same.</param>
internal sealed record Verb(string Command, string Label, string Member)
{
    internal static Verb Warm { get; } = new("warm", "Read", "readBytes");

    internal static Verb Evict { get; } = new("evict", "Dropped", "droppedBytes");

    internal static Verb Lock { get; } = new("lock", "Locked", "lockedBytes");

    internal static Verb Restore { get; } = new("restore", "Read", "readBytes");
}
