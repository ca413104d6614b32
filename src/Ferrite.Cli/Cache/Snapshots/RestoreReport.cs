using System.Globalization;
using Ferrite.Cli.Cache.Acting;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache.Snapshots;

/// <summary>What came back, for people or for programs.</summary>
internal static class RestoreReport
{
    internal static void WriteText(ITextOutput output, RestoreSum sum)
    {
        SumText.Line(output, "Files", SumText.Plural(sum.Files, "file"));
        string known = sum.UnknownFiles > 0 ? $", and of {SumText.Plural(sum.UnknownFiles, "file")} it is unknown" : "";
        SumText.Line(output, "In the cache", $"{Quantity.Bytes(sum.Resident)} of {Quantity.Bytes(sum.Wanted)}{known}");
        double seconds = Math.Max(0.001, sum.Elapsed.TotalSeconds);
        string rate = sum.Read > 0
            ? string.Create(CultureInfo.InvariantCulture, $" in {seconds:0.00} s: {Quantity.Bytes((Int128)((double)sum.Read / seconds))}/s")
            : "";
        SumText.Line(output, Verb.Restore.Label, Quantity.Bytes(sum.Read) + rate);
        if (sum.Failures > 0)
        {
            SumText.Line(output, "Failed", $"{Quantity.Count(sum.Failures)}, see standard error", Tone.Warning);
        }

        if (sum.IsStopped)
        {
            SumText.Line(output, "Stopped", "before the end: this is what was done until then", Tone.Warning);
        }

        output.Flush();
    }
}
