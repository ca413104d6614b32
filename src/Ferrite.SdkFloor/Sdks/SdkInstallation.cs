using System.Diagnostics;
using System.Runtime.InteropServices;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Sdks;

/// <summary>The .NET installation that runs the tool, and its SDKs.</summary>
internal static class SdkInstallation
{
    /// <summary>The folder with <c>sdk/</c> and <c>shared/</c> in it.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>The program that runs SDKs.</summary>
    internal static string Host { get; } = Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>In order of their versions.</summary>
    internal static IReadOnlyList<InstalledSdk> All { get; } = Find();

    /// <summary>The SDK that builds what is in a directory: what global.json says there, else the newest.</summary>
    /// <exception cref="FloorException">There is none.</exception>
    internal static InstalledSdk For(string directory)
    {
        if (All.Count == 0)
        {
            throw new FloorException($"There is no .NET SDK in {Root}.");
        }

        if (GlobalJsonOf(directory) is null)
        {
            return All[^1];
        }

        string chosen = AskHost(directory);
        return All.FirstOrDefault(sdk => sdk.Version.ToString().Equals(chosen, StringComparison.Ordinal))
            ?? throw new FloorException($"global.json asks for an SDK that is not in {Root}: {chosen}");
    }

    internal static string? GlobalJsonOf(string directory)
    {
        for (string? at = Path.GetFullPath(directory); at is not null; at = Path.GetDirectoryName(at))
        {
            string file = Path.Combine(at, "global.json");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>How global.json is read, and how far versions roll forward, is the host's business.</summary>
    private static string AskHost(string directory)
    {
        var start = new ProcessStartInfo(Host, ["--version"])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            string[] lines = (errors.GetAwaiter().GetResult() + output).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            throw new FloorException($"No SDK fits the global.json of {directory}: {string.Join(' ', lines.Take(3))}");
        }

        return output.Trim();
    }

    private static string FindRoot()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host))
        {
            return Path.GetDirectoryName(Path.GetFullPath(host))!;
        }

        // <root>/shared/Microsoft.NETCore.App/10.0.0/
        return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
    }

    private static List<InstalledSdk> Find()
    {
        string folder = Path.Combine(Root, "sdk");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder)
                .Where(static directory => File.Exists(Path.Combine(directory, "dotnet.dll")))
                .Select(static directory => SdkVersion.TryParse(Path.GetFileName(directory), out SdkVersion? version)
                    ? new InstalledSdk(version!, directory) : null)
                .OfType<InstalledSdk>()
                .OrderBy(static sdk => sdk.Version)]
            : [];
    }
}
