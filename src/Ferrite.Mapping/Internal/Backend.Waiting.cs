namespace Ferrite.Mapping.Internal;

internal static unsafe partial class Backend
{
    /// <summary>
    /// Sleeps while the word holds the value. False where the time was up; true where it was woken, or need not sleep, or can't tell.
    /// </summary>
    internal static bool Wait(byte* word, int value, TimeSpan timeout) =>
        IsLinux ? LinuxBackend.Wait(word, value, timeout) : throw NoWaiting;

    /// <summary>How many sleepers were woken.</summary>
    internal static int Wake(byte* word, int count) => IsLinux ? LinuxBackend.Wake(word, count) : throw NoWaiting;

    private static NotSupportedException NoWaiting => new("Waiting on an integer of a mapped file needs Linux (futex).");
}
