using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.SdkFloor;
using Ferrite.SdkFloor.Editing;
using Ferrite.SdkFloor.Projects;
using Ferrite.SdkFloor.Sdks;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.Cli.Floor;

/// <summary><c>ferrite floor init</c>: declares a floor.</summary>
internal static class InitRun
{
    private const string Property = "MinimumSdkVersion";

    internal static Task<int> RunAsync(InitOptions options)
    {
        string file = FileOf(options.Path);
        InstalledSdk running = SdkInstallation.For(Path.GetDirectoryName(file)!);
        FloorValue floor = FloorOf(options.Floor, running);
        bool isNew = !File.Exists(file);
        XmlText before = isNew ? XmlText.Of("<Project>\n</Project>\n", file) : XmlText.Load(file);
        if (ProjectEdits.FindProperty(before, Property) is { Length: > 0 } declared && !options.Force)
        {
            throw new FloorException($"{file} declares {declared} already; --force replaces it.");
        }

        if (!options.DryRun)
        {
            ProjectEdits.SetProperty(before, Property, floor.ToString()).Save(file);
        }

        using Stream output = StandardStreams.OpenOutput();
        if (options.Json)
        {
            JsonOutput.Write(output, "ferrite.floor.init", json =>
            {
                json.WriteString("file", file);
                json.WriteString("floor", floor.ToString());
                json.WriteBoolean("written", !options.DryRun);
            });
        }
        else
        {
            ITextOutput text = TextOutput.Create(output);
            text.WriteLine(new Piece($"{file}: {(options.DryRun ? "would declare" : "declares")} "), new Piece(floor.ToString(), Tone.Strong));
            text.Flush();
        }

        output.Flush();
        return Task.FromResult(ExitCode.Ok);
    }

    private static FloorValue FloorOf(string? text, InstalledSdk running)
    {
        SdkTables tables = TablesStore.Load().With(running.Version);
        if (text is null && SdkChoice.Choose(null, null, running).Version is var here)
        {
            // A version above the newest stable one breaks the rules; whoever runs a preview means that one or later.
            return here.IsPrerelease && here > tables.NewestStable ? FloorValue.Preview : FloorValue.Of(here);
        }

        if (!FloorValue.TryParse(text, out FloorValue? floor, out string? error))
        {
            throw new FloorException(error!);
        }

        return floor!.Version is not { } version || version <= tables.NewestStable ? floor
            : throw new FloorException($"{version} is above the newest stable SDK known, {tables.NewestStable}.");
    }

    private static string FileOf(string path)
    {
        string full = Path.GetFullPath(path);
        if (Path.GetExtension(full) is ".props" or ".targets")
        {
            return Directory.Exists(Path.GetDirectoryName(full)) ? full : throw new FloorException($"{Path.GetDirectoryName(full)} is not there.");
        }

        IReadOnlyList<string> projects = SolutionReader.ProjectsOf(path);
        return projects.Count == 1 ? projects[0]
            : throw new FloorException($"{path} has {projects.Count} projects: name one, or Directory.Build.props for all.");
    }
}
