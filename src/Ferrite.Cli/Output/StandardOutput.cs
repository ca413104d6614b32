namespace Ferrite.Cli.Output;

/// <summary>Standard output, whose failures are seen: the runtime's own stream takes a closed pipe for success and writes on.</summary>
internal static class StandardOutput
{
    private const int BufferSize = 32 * 1024;

    internal static Stream Open() => OperatingSystem.IsLinux()
        ? new BufferedStream(new LinuxOutputStream(), BufferSize)
        : new BufferedStream(Console.OpenStandardOutput(), BufferSize);
}
