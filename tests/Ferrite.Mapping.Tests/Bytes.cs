namespace Ferrite.Mapping.Tests;

/// <summary>Content for test files.</summary>
internal static class Bytes
{
    /// <summary>Never zero, different from its neighbours: a shifted byte is seen, and so is one that was lost.</summary>
    internal static byte At(long offset) => (byte)(1 + (offset % 251));

    internal static byte[] Of(long length, long offset = 0)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = At(offset + i);
        }

        return bytes;
    }
}
