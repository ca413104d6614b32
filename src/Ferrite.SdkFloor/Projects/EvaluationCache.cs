using System.Collections;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ferrite.SdkFloor.Projects;

/// <summary>
/// Facts of projects from earlier runs, in the user's cache folder. They hold while every file that the evaluation read is as it was, none appeared where it
/// would have been read, and the SDK and the environment are the same. What only a property function looks at, as File.ReadAllText, is not among them.
/// </summary>
internal sealed class EvaluationCache
{
    /// <summary>To be raised when facts or inputs change their meaning.</summary>
    private const string Format = "2";

    /// <summary>Before a path: whether it is there counts, and not what is in it.</summary>
    internal const string Existence = "?";

    private static readonly string[] Probes = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "Directory.Build.rsp"];

    /// <summary>Of the shell and terminal, not of builds.</summary>
    private static readonly HashSet<string> Volatile = new(
        ["PWD", "OLDPWD", "SHLVL", "_", "COLUMNS", "LINES", "TERM", "COLORTERM", "NO_COLOR", "WINDOWID", "SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY"],
        StringComparer.Ordinal);

    private readonly string _folder = Path.Combine(CacheFolder.Path, "projects");
    private readonly string _world;
    private readonly string _sdkFolder;

    internal EvaluationCache(Sdks.InstalledSdk sdk)
    {
        _sdkFolder = sdk.Directory + Path.DirectorySeparatorChar;
        var world = new StringBuilder(Format).Append('\n').Append(sdk.Directory).Append('\n').Append(Stamp(sdk.Directory)).Append('\n');
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(static variable => !Volatile.Contains((string)variable.Key)).OrderBy(static variable => (string)variable.Key, StringComparer.Ordinal))
        {
            world.Append(variable.Key).Append('=').Append(variable.Value).Append('\n');
        }

        _world = Hash(world.ToString());
    }

    internal ProjectFacts? Find(string project)
    {
        try
        {
            string file = FileOf(project);
            if (!File.Exists(file))
            {
                return null;
            }

            using FileStream stream = File.OpenRead(file);
            CachedFacts? cached = JsonSerializer.Deserialize<CachedFacts>(stream);
            return cached is not null && cached.World.Equals(_world, StringComparison.Ordinal)
                && cached.Inputs.All(static input => Stamp(input.Key).Equals(input.Value, StringComparison.Ordinal)) ? cached.Facts : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal void Add(ProjectFacts facts, IEnumerable<string> imports)
    {
        var inputs = imports.Where(path => !path.StartsWith(_sdkFolder, StringComparison.Ordinal)).Concat(Probed(facts.Path))
            .Concat(facts.CentralFile is { Length: > 0 } central ? [central] : []).Distinct(StringComparer.Ordinal)
            .ToDictionary(static path => path, Stamp, StringComparer.Ordinal);
        try
        {
            Directory.CreateDirectory(_folder);
            string file = FileOf(facts.Path);
            string temporary = $"{file}.{Environment.ProcessId}";
            using (FileStream stream = File.Create(temporary))
            {
                JsonSerializer.Serialize(stream, new CachedFacts(_world, inputs, facts));
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that can't be written is no cache; the next run evaluates again.
        }
    }

    /// <summary>Files that would be read if they were there; and the folder for what restore and others generate.</summary>
    private static IEnumerable<string> Probed(string project)
    {
        string directory = Path.GetDirectoryName(project)!;
        yield return project + ".user";
        yield return Path.Combine(directory, "obj") + Path.DirectorySeparatorChar;
        for (string? at = directory; at is not null; at = Path.GetDirectoryName(at))
        {
            foreach (string name in Probes)
            {
                yield return Path.Combine(at, name);
            }
        }
    }

    private static string Stamp(string path)
    {
        if (path.StartsWith(Existence, StringComparison.Ordinal))
        {
            return Path.Exists(path[Existence.Length..]) ? "there" : "";
        }

        if (Path.EndsInDirectorySeparator(path))
        {
            // Builds write there all the time; only what MSBuild imports counts.
            return Directory.Exists(path)
                ? string.Join(';', Directory.EnumerateFiles(path).Where(static file => file.EndsWith(".props", StringComparison.Ordinal) || file.EndsWith(".targets", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal).Select(static file => Path.GetFileName(file) + Stamp(file)))
                : "";
        }

        var file = new FileInfo(path);
        return file.Exists ? $"{file.LastWriteTimeUtc.Ticks}/{file.Length}" : Directory.Exists(path) ? $"{Directory.GetLastWriteTimeUtc(path).Ticks}" : "";
    }

    private string FileOf(string project) => Path.Combine(_folder, Hash(project) + ".json");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private sealed record CachedFacts(string World, Dictionary<string, string> Inputs, ProjectFacts Facts);
}
