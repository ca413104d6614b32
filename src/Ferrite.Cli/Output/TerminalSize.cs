using Ferrite.Cli.Interop.Linux;

namespace Ferrite.Cli.Output;

/// <summary>
/// Columns and rows of a terminal. On Linux asked without the runtime's console, which would put the terminal into another mode first.
/// </summary>
internal static unsafe class TerminalSize
{
    private const int UsualWidth = 80;
    private const int UsualHeight = 24;

    internal static (int Width, int Height) Of(int descriptor)
    {
        (int width, int height) = OperatingSystem.IsLinux() ? AskKernel(descriptor) : AskRuntime();
        return width > 0 && height > 0 ? (width, height) : (UsualWidth, UsualHeight);
    }

    private static (int Width, int Height) AskKernel(int descriptor)
    {
        Libc.WindowSize size;
        // SAFETY: ioctl(2) TIOCGWINSZ writes one struct winsize, which lives on this stack frame.
        return Libc.GetWindowSize(descriptor, Libc.TIOCGWINSZ, &size) == 0 ? (size.Columns, size.Rows) : default;
    }

    private static (int Width, int Height) AskRuntime()
    {
        try
        {
            return (Console.WindowWidth, Console.WindowHeight);
        }
        catch (IOException)
        {
            return default;
        }
    }
}
