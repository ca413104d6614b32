using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Ferrite.Benchmarks.Reports;

/// <summary>What figures depend on and readers have to know.</summary>
internal sealed record Machine(
    string Processor, int Processors, string Kernel, string Runtime, string Settings, string FileSystem, string LoadBefore)
{
    private static readonly string[] CompilationSettings =
        ["DOTNET_Tiered", "DOTNET_TC_", "DOTNET_Jit", "DOTNET_ReadyToRun", "DOTNET_Enable", "DOTNET_gc", "DOTNET_GC"];

    internal static Machine Here(string directory) => new(
        Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        $"{RuntimeInformation.OSDescription}, kernel {Environment.OSVersion.Version}",
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}",
        RuntimeSettings(),
        FileSystemOf(directory),
        Load());

    /// <summary>Processes that ran or wanted to, on average over the last minute. Above 1 or so, somebody else was measured too.</summary>
    internal static string Load() => Read("/proc/loadavg")?.Split(' ')[0] ?? "unknown";

    internal string Describe(string separator) => string.Join(separator,
        string.Create(CultureInfo.InvariantCulture, $"{Processor}, {Processors} processors"),
        Kernel,
        Runtime,
        Settings,
        $"file on {FileSystem}");

    /// <summary>What changes how code is compiled or scheduled; a user has the defaults.</summary>
    private static string RuntimeSettings()
    {
        string[] set = [.. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(static e => $"{e.Key}={e.Value}")
            .Where(static e => IsAboutCompilation(e))
            .Order(StringComparer.Ordinal)];
        string compilation = set.Length == 0 ? "tiered compilation and PGO as by default" : string.Join(' ', set);
        return IsRealTime() ? $"{compilation}, real-time scheduling" : compilation;
    }

    /// <summary>SCHED_FIFO or SCHED_RR, as by chrt(1): field 41 of proc_pid_stat(5), counted behind the name's parenthesis.</summary>
    private static bool IsRealTime()
    {
        const int Policy = 41 - 3;
        string[]? fields = Read("/proc/self/stat")?.Split(") ")[^1].Split(' ');
        return fields?.Length > Policy && fields[Policy] is ("1" or "2");
    }

    private static bool IsAboutCompilation(string setting) =>
        Array.Exists(CompilationSettings, start => setting.StartsWith(start, StringComparison.Ordinal));

    private static string FileSystemOf(string directory)
    {
        string path = Path.GetFullPath(directory);
        return DriveInfo.GetDrives()
            .Where(drive => path.StartsWith(drive.Name, StringComparison.Ordinal))
            .MaxBy(static drive => drive.Name.Length)?.DriveFormat ?? "unknown";
    }

    private static string? Line(string file, string name) => Read(file)?
        .Split('\n')
        .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?
        .Split(':', 2)[1]
        .Trim();

    private static string? Read(string file) => File.Exists(file) ? File.ReadAllText(file) : null;
}
