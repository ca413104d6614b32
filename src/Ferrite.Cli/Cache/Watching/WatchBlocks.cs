using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache.Watching;

/// <summary>A block of lines for each look, an empty line between two: for pipes, and terminals that can't be written over.</summary>
internal sealed class WatchBlocks(Stream stream, ErrorOutput errors) : IWatchView
{
    private const int MostFiles = 20;

    private readonly ITextOutput _output = TextOutput.Create(stream);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private bool _isFurther;

    public void Show(WatchLook look, DateTime time)
    {
        foreach ((string path, string reason) in look.Failures)
        {
            // Once, and not at every look.
            if (_told.Add(path))
            {
                errors.WriteLine($"{path}: {reason}");
            }
        }

        if (_isFurther)
        {
            _output.WriteLine();
        }

        _isFurther = true;
        WatchText.Write(_output, look, time, MostFiles);
        _output.Flush();
        stream.Flush();
    }
}
