using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.SdkFloor;
using Ferrite.SdkFloor.Tables;

namespace Ferrite.Cli.Floor;

/// <summary><c>ferrite floor tables</c>: shows the tables, or renews them.</summary>
internal static class TablesRun
{
    internal static Task<int> RunAsync(string? from, string? file, bool json)
    {
        if (file is not null && from is null)
        {
            throw new FloorException("--output says where to write what --from reads: give both.");
        }

        SdkTables known = TablesStore.Load();
        SdkTables tables = from is null ? known : ReleasesIndex.Renew(known, from);
        if (from is not null)
        {
            TablesStore.Write(tables, file ?? TablesStore.UserFile);
        }

        using Stream output = StandardStreams.OpenOutput();
        if (json)
        {
            TablesFile.Write(tables, output);
            output.WriteByte((byte)'\n');
        }
        else
        {
            ITextOutput text = TextOutput.Create(output);
            if (from is null)
            {
                Show(text, tables);
            }
            else
            {
                Renewed(text, known, tables, file ?? TablesStore.UserFile);
            }

            text.Flush();
        }

        output.Flush();
        return Task.FromResult(ExitCode.Ok);
    }

    private static void Show(ITextOutput text, SdkTables tables)
    {
        text.WriteLine(new Piece($"{"SDK",-10} {"Roslyn",-7} {"C#",-5} {"VS",-6} {"shipped",-10} source", Tone.Strong));
        foreach (BandRow row in tables.Bands)
        {
            text.WriteLine(new Piece($"{row.Sdk,-10} {Text(row.Roslyn),-7} {Text(row.CSharp),-5} {Text(row.VisualStudio),-6} {row.Shipped ?? "?",-10} "),
                new Piece(string.Join(", ", row.Sources), Tone.Faint));
        }

        text.WriteLine();
        text.WriteLine(new Piece($"{"framework",-15} SDK", Tone.Strong));
        foreach (FrameworkRow row in tables.Frameworks)
        {
            text.WriteLine(new Piece($"{row.Framework,-15} {row.Sdk,-20} "), new Piece(string.Join(", ", row.Sources), Tone.Faint));
        }

        text.WriteLine();
        text.WriteLine(new Piece($"Newest stable SDK known: {tables.NewestStable}; current preview: {tables.NewestPreview}."));
    }

    private static void Renewed(ITextOutput text, SdkTables known, SdkTables tables, string file)
    {
        int releases = tables.Releases.Count(row => !known.Releases.Any(old => old.Sdk == row.Sdk));
        BandRow[] bands = [.. tables.Bands.Where(row => !known.Bands.Any(old => old.Sdk == row.Sdk))];
        text.WriteLine(new Piece($"{file}: {releases} SDKs and {bands.Length} feature bands are new. Newest stable: {tables.NewestStable}; current preview: {tables.NewestPreview}."));
        foreach (BandRow row in bands)
        {
            text.WriteLine(new Piece($"The compiler of {row.Sdk} is not in the index: add it by hand, with its source.", Tone.Warning));
        }
    }

    private static string Text(Version? version) => version?.ToString() ?? "?";
}
