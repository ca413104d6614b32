using System.Text.RegularExpressions;
using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Exceptions;

namespace Ferrite.SdkFloor.Projects;

/// <summary>What a project file asks for, be it there or not: imports under a condition, and what <c>Exists</c> looks for outside of targets.</summary>
internal static partial class AskedFiles
{
    private const string ThisDirectory = "$(MSBuildThisFileDirectory)";

    /// <summary>Inputs of <see cref="EvaluationCache"/>.</summary>
    internal static IEnumerable<string> Of(Project project, ProjectRootElement file)
    {
        IEnumerable<string?> imports = file.Imports.Where(static import => import.Sdk.Length == 0)
            .Select(import => PathOf(project, file, import.Project));
        IEnumerable<string?> conditions = file.AllChildren
            .Where(static element => element.Condition is { Length: > 0 } && !element.AllParents.Any(static parent => parent is ProjectTargetElement))
            .SelectMany(static element => Existing().Matches(element.Condition))
            .Select(match => PathOf(project, file, match.Groups["path"].Value) is { } path ? EvaluationCache.Existence + path : null);
        return imports.Concat(conditions).OfType<string>();
    }

    /// <summary>A full path; of one with wildcards its folder, with a separator at its end; null for nothing.</summary>
    private static string? PathOf(Project project, ProjectRootElement file, string text)
    {
        try
        {
            string path = project.ExpandString(text.Replace(ThisDirectory, file.DirectoryPath + "/", StringComparison.OrdinalIgnoreCase)).Replace('\\', '/');
            int wildcard = path.IndexOfAny(['*', '?']);
            path = wildcard < 0 ? path : path[..(path.LastIndexOf('/', wildcard) + 1)];
            return path.Length > 0 ? Path.GetFullPath(Path.Combine(file.DirectoryPath, path)) : null;
        }
        catch (InvalidProjectFileException)
        {
            // It stands behind a condition that doesn't hold, and makes sense only where that does.
            return null;
        }
    }

    [GeneratedRegex("""\bExists\s*\(\s*['"](?<path>[^'"]+)['"]\s*\)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Existing();
}
