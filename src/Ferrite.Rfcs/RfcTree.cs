using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs;

/// <summary>The folder "rfcs" of a repository: the template, the sub-teams, and the documents in "text".</summary>
/// <param name="root">The directory that has the folder.</param>
internal sealed class RfcTree(string root)
{
    internal const string FolderName = "rfcs";
    internal const string TemplateName = "0000-template.md";
    internal const string TeamsName = "teams.md";
    internal const string TextName = "text";

    internal string Root { get; } = Path.GetFullPath(root);

    internal string Folder => Path.Combine(Root, FolderName);

    internal string TextFolder => Path.Combine(Folder, TextName);

    internal string TemplatePath => Path.Combine(Folder, TemplateName);

    internal string TeamsPath => Path.Combine(Folder, TeamsName);

    /// <summary>The nearest one in a directory or above it.</summary>
    /// <exception cref="RfcException">There is none.</exception>
    internal static RfcTree Find(string start)
    {
        for (string? directory = Path.GetFullPath(start); directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, FolderName, TeamsName)))
            {
                return new RfcTree(directory);
            }
        }

        throw new RfcException($"There is no {FolderName}/{TeamsName} in {Path.GetFullPath(start)} or above it. 'ferrite rfc init' makes one.");
    }

    /// <exception cref="RfcException">It can't be read.</exception>
    internal TeamsFile LoadTeams() => TeamsFile.Load(TeamsPath);

    /// <summary>All originals, by number and name; drafts last.</summary>
    /// <exception cref="RfcException">One can't be read.</exception>
    internal IReadOnlyList<Rfc> Load() => [.. Files().Where(static file => file.Name.Language is null)
        .Select(static file => new Rfc(file.Path, file.Name, new RfcDocument(DocumentFile.Read(file.Path))))
        .OrderBy(static rfc => rfc.Name.Number == 0).ThenBy(static rfc => rfc.Name.Number).ThenBy(static rfc => rfc.Name.Slug, StringComparer.Ordinal)];

    /// <summary>The translations of an RFC.</summary>
    internal IEnumerable<(string Path, RfcFileName Name)> TranslationsOf(Rfc rfc) => Files()
        .Where(file => file.Name.Language is not null && file.Name.Stem.Equals(rfc.Name.Stem, StringComparison.Ordinal));

    /// <summary>The files of the text folder that are named as documents are.</summary>
    internal IEnumerable<(string Path, RfcFileName Name)> Files() => AllFiles()
        .Select(static path => (path, RfcFileName.Parse(Path.GetFileName(path)))).Where(static file => file.Item2 is not null).Select(static file => (file.path, file.Item2!));

    /// <summary>Every Markdown file of the text folder, whatever its name.</summary>
    internal IEnumerable<string> AllFiles() => Directory.Exists(TextFolder)
        ? Directory.EnumerateFiles(TextFolder, "*.md").Order(StringComparer.Ordinal)
        : [];

    /// <summary>By its number, its file's name or its path.</summary>
    /// <exception cref="RfcException">There is none, or more than one.</exception>
    internal Rfc Get(string numberOrPath)
    {
        IReadOnlyList<Rfc> all = Load();
        Rfc[] found = [.. all.Where(rfc => Names.Number(numberOrPath) is { } number
            ? rfc.Name.Number == number
            : rfc.Name.ToString().Equals(numberOrPath, StringComparison.Ordinal) || rfc.Path.Equals(Path.GetFullPath(numberOrPath), StringComparison.Ordinal))];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new RfcException($"There is no RFC '{numberOrPath}' in {Relative(TextFolder)}."),
            _ => throw new RfcException($"'{numberOrPath}' is more than one: {string.Join(", ", found.Select(static rfc => rfc.Name))}. 'ferrite rfc check' tells more."),
        };
    }

    /// <summary>A path as messages have it: from the root, with slashes.</summary>
    internal string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
