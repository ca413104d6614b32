using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Ferrite.SdkFloor.Projects;

/// <summary>Which projects a path means: a project, a solution, or a directory with one of them.</summary>
internal static partial class SolutionReader
{
    private static readonly string[] ProjectExtensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>Full paths of projects.</summary>
    /// <exception cref="FloorException">The path means nothing, or too much.</exception>
    internal static IReadOnlyList<string> ProjectsOf(string path)
    {
        string full = Path.GetFullPath(path);
        string file = Directory.Exists(full) ? FileIn(full) : full;
        if (!File.Exists(file))
        {
            throw new FloorException($"{path} is not there.");
        }

        string[] projects = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".sln" => Read(file, ReadSln),
            ".slnx" => Read(file, ReadSlnx),
            _ => [file],
        };
        return projects.FirstOrDefault(static project => !File.Exists(project)) is { } missing
            ? throw new FloorException($"{file} names a project that is not there: {missing}")
            : projects;
    }

    private static string FileIn(string directory)
    {
        string[] solutions = [.. Directory.EnumerateFiles(directory).Where(static file => Path.GetExtension(file).ToLowerInvariant() is ".sln" or ".slnx")];
        string[] projects = [.. Directory.EnumerateFiles(directory).Where(IsProject)];
        string[] files = solutions.Length > 0 ? solutions : projects;
        return files.Length switch
        {
            1 => files[0],
            0 => throw new FloorException($"{directory} has neither a solution nor a project: name one."),
            _ => throw new FloorException($"{directory} has several: name one of {string.Join(", ", files.Select(Path.GetFileName).Order(StringComparer.Ordinal))}."),
        };
    }

    private static string[] Read(string file, Func<string, IEnumerable<string>> read)
    {
        string directory = Path.GetDirectoryName(file)!;
        try
        {
            return [.. read(file).Where(IsProject).Select(project => Path.GetFullPath(Path.Combine(directory, project.Replace('\\', '/'))))
                .Distinct(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            throw new FloorException($"{file} can't be read: {e.Message}", e);
        }
    }

    private static IEnumerable<string> ReadSlnx(string file) =>
        XDocument.Load(file).Descendants("Project").Select(static project => (string?)project.Attribute("Path")).OfType<string>();

    private static IEnumerable<string> ReadSln(string file) =>
        File.ReadLines(file).Select(static line => SlnProject().Match(line)).Where(static match => match.Success)
            .Select(static match => match.Groups["path"].Value);

    private static bool IsProject(string path) => ProjectExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("""^\s*Project\("[^"]*"\)\s*=\s*"[^"]*"\s*,\s*"(?<path>[^"]+)"\s*,""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SlnProject();
}
