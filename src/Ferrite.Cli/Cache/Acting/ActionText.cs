using System.Globalization;
using Ferrite.Cli.Files;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>For people: only the sum. What is amiss with a file, standard error tells.</summary>
internal sealed class ActionText(ITextOutput output, Verb verb) : IActionReport
{
    public void Begin()
    {
        // Nothing is known yet.
    }

    public void Add(FileAction action)
    {
        // The sum has it.
    }

    public void AddFailure(PathBytes path, string reason)
    {
        // Standard error tells it.
    }

    public void End(ResidencySum sum, ActionSum done)
    {
        SumText.WriteFiles(output, sum);
        double seconds = Math.Max(0.001, done.Elapsed.TotalSeconds);
        string rate = done.Bytes > 0
            ? string.Create(CultureInfo.InvariantCulture, $" in {seconds:0.00} s: {Quantity.Bytes((Int128)((double)done.Bytes / seconds))}/s")
            : "";
        SumText.Line(output, verb.Label, Quantity.Bytes(done.Bytes) + rate);
        SumText.WritePages(output, sum, string.Create(CultureInfo.InvariantCulture, $"; {done.PagesBefore:N0} before"));
        if (done.FilesThatStay > 0)
        {
            SumText.Line(output, "Stay", $"pages of {SumText.Plural(done.FilesThatStay, "file")}, see standard error", Tone.Warning);
        }

        SumText.WriteRest(output, sum);
        output.Flush();
    }
}
