namespace Ferrite.Mapping.Tests.Model;

/// <summary>Bytes that differ from their neighbours and from zero, so that a shifted or lost one is seen.</summary>
internal static class Pattern
{
    internal static byte[] Bytes(byte seed, long length)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(1 + ((seed + (i * 7)) % 251));
        }

        return bytes;
    }
}
