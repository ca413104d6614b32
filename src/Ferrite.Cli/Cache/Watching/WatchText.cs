using System.Globalization;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache.Watching;

/// <summary>The head and the files of one look, for people.</summary>
internal static class WatchText
{
    /// <param name="output">Where to.</param>
    /// <param name="look">What was seen.</param>
    /// <param name="time">When, local.</param>
    /// <param name="files">The most files to show.</param>
    internal static void Write(ITextOutput output, WatchLook look, DateTime time, int files)
    {
        output.WriteLine(new Piece(string.Create(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm:ss}"), Tone.Strong));
        SumText.WriteFiles(output, look.Sum);
        SumText.WritePages(output, look.Sum, look.Change == 0 ? "" : "; " + Signed(look.Change));
        SumText.WriteRest(output, look.Sum);
        output.WriteLine();
        var columns = new StatColumns(output, lead: "Change");
        columns.WriteHeader();
        foreach (WatchedFile file in look.Ordered.Take(files))
        {
            columns.Write(file.File, file.Change == 0 ? "0" : Signed(file.Change));
        }
    }

    private static string Signed(long pages) => pages.ToString("+#,##0;-#,##0", CultureInfo.InvariantCulture);
}
