using System.Diagnostics;
using Ferrite.SdkFloor.Sdks;

namespace Ferrite.SdkFloor.Selection;

/// <summary>Builds a project with a certain SDK, beside what other builds left.</summary>
internal static class TrialBuild
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Whether it builds, and the first error where it doesn't.</summary>
    internal static (bool Succeeded, string? Error) Run(string project, InstalledSdk sdk)
    {
        string folder = Directory.CreateTempSubdirectory("ferrite-floor-").FullName;
        try
        {
            // The host takes the SDK that the working directory's global.json names; the project's own is not above it.
            File.WriteAllText(Path.Combine(folder, "global.json"), $$"""{ "sdk": { "version": "{{sdk.Version}}", "rollForward": "disable" } }""");
            string[] arguments = ["build", project, "--artifacts-path", Path.Combine(folder, "artifacts"), "-nologo", "-v:q", "-nodeReuse:false", "-p:NoSdkFloorCheck=true"];
            var start = new ProcessStartInfo(SdkInstallation.Host, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            // Those of the SDK at hand, that this process was given to find its libraries.
            foreach (string name in (string[])["MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildSDKsPath"])
            {
                start.Environment.Remove(name);
            }

            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return (false, $"it took more than {Patience.TotalMinutes:0} minutes");
            }

            string all = output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? (true, null) : (false, FirstError(all));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string FirstError(string output)
    {
        string[] lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(static line => line.Contains("error ", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? "no output";
    }
}
