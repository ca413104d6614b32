using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.SdkFloor;
using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Projects;
using Ferrite.SdkFloor.Sdks;
using Ferrite.SdkFloor.Selection;
using Ferrite.SdkFloor.Values;

namespace Ferrite.Cli.Floor;

/// <summary><c>ferrite floor find</c>: the lowest floor that holds.</summary>
internal static class FindRun
{
    internal static Task<int> RunAsync(string path, bool build, bool json)
    {
        using var session = new FloorSession(path, sdkOption: null);
        var loader = new ProjectLoader(session);
        var finder = new FloorFinder(session.Tables);
        using Stream output = StandardStreams.OpenOutput();
        var found = new List<FoundInProject>();
        foreach (string project in session.Paths)
        {
            ProjectFacts facts = session.Projects.Read(project);
            FoundFloor floor = finder.Find(loader.Load(facts));
            found.Add(new FoundInProject(facts, floor, build ? Build(facts, floor) : []));
        }

        if (json)
        {
            JsonOutput.Write(output, "ferrite.floor.find", writer => FoundReport.WriteJson(writer, found));
        }
        else
        {
            FoundReport.WriteText(TextOutput.Create(output), session.Directory, found);
        }

        output.Flush();
        return Task.FromResult(build && found.Any(static project => project.Built is null) ? ExitCode.Failed : ExitCode.Ok);
    }

    /// <summary>From the lowest SDK that inference allows upwards, until one builds.</summary>
    private static List<TrialResult> Build(ProjectFacts facts, FoundFloor floor)
    {
        SdkVersion first = new(8, 0, 100);
        var results = new List<TrialResult>();
        foreach (InstalledSdk sdk in SdkInstallation.All.Where(sdk => floor.Floor?.Version is not { } lowest || sdk.Version >= lowest))
        {
            if (sdk.Version < first)
            {
                results.Add(new TrialResult(sdk.Version, false, $"not tried: it can't build into a folder of its own, as {first} can"));
                continue;
            }

            (bool succeeded, string? error) = TrialBuild.Run(facts.Path, sdk);
            results.Add(new TrialResult(sdk.Version, succeeded, error));
            if (succeeded)
            {
                break;
            }
        }

        return results.Count > 0 ? results : throw new FloorException($"{facts.Path} needs SDK {floor.Floor}, and none so new is installed.");
    }
}
