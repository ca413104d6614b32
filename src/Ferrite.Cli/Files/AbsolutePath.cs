using System.Text;
using Ferrite.Cli.Interop.Linux;

namespace Ferrite.Cli.Files;

/// <summary>Paths that mean the same from any directory, byte for byte.</summary>
internal static class AbsolutePath
{
    private const int LongestLink = 64 * 1024;

    private static readonly Lazy<byte[]> WorkingDirectory = new(Read);

    internal static byte[] Of(ReadOnlySpan<byte> path) =>
        !OperatingSystem.IsLinux() ? Encoding.UTF8.GetBytes(Path.GetFullPath(Encoding.UTF8.GetString(path)))
        : path.StartsWith("/"u8) ? path.ToArray()
        : path.StartsWith("./"u8) ? Of(path[2..])
        : [.. WorkingDirectory.Value, (byte)'/', .. path];

    private static unsafe byte[] Read()
    {
        byte[] buffer = new byte[LongestLink];
        nint length;
        // SAFETY: readlink(2) reads a NUL-terminated path, and writes at most the given number of bytes.
        fixed (byte* path = "/proc/self/cwd\0"u8, bytes = buffer)
        {
            length = Libc.ReadLink(path, bytes, LongestLink);
        }

        return length > 1 ? buffer[..(int)length] : [];
    }
}
