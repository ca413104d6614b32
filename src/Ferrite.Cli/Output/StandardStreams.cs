using System.Text;

namespace Ferrite.Cli.Output;

/// <summary>
/// Standard output and error, without the runtime's console: that takes a closed pipe for success and writes on, and puts a terminal into
/// another mode at the first use.
/// </summary>
internal static class StandardStreams
{
    private const int BufferSize = 32 * 1024;

    internal static bool IsUnicode { get; } = Console.OutputEncoding.CodePage == Encoding.UTF8.CodePage;

    /// <summary>Buffered; to be disposed.</summary>
    internal static Stream OpenOutput() => new BufferedStream(
        OperatingSystem.IsLinux() ? new LinuxOutputStream(LinuxOutputStream.Output) : Console.OpenStandardOutput(), BufferSize);

    /// <summary>Written line by line.</summary>
    internal static TextWriter OpenErrors() => CreateWriter(
        OperatingSystem.IsLinux() ? new LinuxOutputStream(LinuxOutputStream.Errors) : Console.OpenStandardError(), autoFlush: true);

    internal static StreamWriter CreateWriter(Stream stream, bool autoFlush = false)
    {
        Encoding encoding = IsUnicode ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Console.OutputEncoding;
        return new StreamWriter(stream, encoding) { NewLine = "\n", AutoFlush = autoFlush };
    }
}
