namespace Ferrite.Mapping.Tests.Stress;

/// <summary>
/// A file under stress: known bytes, never zero. Up to <see cref="Safe"/> it is never cut; the threads' slots lie right before that, in
/// the page in which many cuts fall.
/// </summary>
internal static class Layout
{
    internal const int Threads = 4;
    internal const int SlotSize = 72;
    internal const int Safe = (5 * 4096) + 1000;
    internal const int Most = 64 * 1024;

    private const int Slots = Safe - (Threads * SlotSize);

    internal static readonly byte[] Content = Bytes.Of(Most);

    internal static int Slot(int thread) => Slots + (thread * SlotSize);

    internal static bool TouchesSlots(long offset, int length) => offset < Safe && offset + length > Slots;

    /// <exception cref="InvalidDataException">It isn't what the file holds.</exception>
    internal static void Check(string kind, long offset, ReadOnlySpan<byte> bytes, bool mayBeZero = false)
    {
        ReadOnlySpan<byte> expected = Content.AsSpan((int)offset, bytes.Length);
        if (bytes.SequenceEqual(expected))
        {
            return;
        }

        for (int i = 0; i < bytes.Length; i++)
        {
            bool isRight = bytes[i] == expected[i]
                || (bytes[i] != 0 && TouchesSlots(offset + i, 1))
                || (bytes[i] == 0 && mayBeZero && offset + i >= Safe);
            if (!isRight)
            {
                throw new InvalidDataException($"{kind} at {offset}, length {bytes.Length}: byte {i} is {bytes[i]}, not {expected[i]}.");
            }
        }
    }
}
