using Ferrite.Cli.Files;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache;

/// <summary>A line for each file, as it is found, and the sum.</summary>
internal sealed class TextReport : IResidencyReport
{
    private const int MillisecondsBetweenFlushes = 50;

    private readonly ITextOutput _output;
    private readonly StatColumns? _columns;
    private long _nextFlush;

    internal TextReport(ITextOutput output, bool summaryOnly)
    {
        _output = output;
        _columns = summaryOnly ? null : new StatColumns(output);
    }

    public void Begin() => _columns?.WriteHeader();

    public void Add(in FileResidency file)
    {
        _columns?.Write(file);
        if (Environment.TickCount64 >= _nextFlush)
        {
            _output.Flush();
            _nextFlush = Environment.TickCount64 + MillisecondsBetweenFlushes;
        }
    }

    public void AddFailure(PathBytes path, string reason) => _output.Flush();

    public void End(ResidencySum sum)
    {
        if (_columns is not null)
        {
            _output.WriteLine();
        }

        SumText.Write(_output, sum);
        _output.Flush();
    }
}
