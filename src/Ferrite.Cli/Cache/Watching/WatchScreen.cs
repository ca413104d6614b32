using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache.Watching;

/// <summary>A terminal: each look is written over the one before, and as many files are shown as there are rows.</summary>
internal sealed class WatchScreen(Stream stream) : IWatchView
{
    private const int HeadRows = 9;

    private bool _isFurther;

    public void Show(WatchLook look, DateTime time)
    {
        (_, int height) = TerminalSize.Of(LinuxOutputStream.Output);
        stream.Write(_isFurther ? "\e[H\e[J"u8 : "\e[2J\e[H"u8);
        _isFurther = true;
        // Anew each time: the window may have another size.
        ITextOutput output = TextOutput.Create(stream);
        int failures = Math.Min(3, look.Failures.Count);
        WatchText.Write(output, look, time, Math.Max(1, height - HeadRows - failures));
        foreach ((string path, string reason) in look.Failures.Take(failures))
        {
            output.WriteLine(new Piece($"{path}: {reason}", Tone.Error));
        }

        output.Flush();
        stream.Flush();
    }
}
