using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.SdkFloor;
using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Packages;
using Ferrite.SdkFloor.Projects;
using Ferrite.SdkFloor.Selection;

namespace Ferrite.Cli.Floor;

/// <summary><c>ferrite floor add</c> and <c>update</c>: choose versions and write them.</summary>
internal static class SelectRun
{
    internal static async Task<int> AddAsync(string id, SelectOptions options)
    {
        using var session = new FloorSession(options.Project, options.Sdk);
        if (session.Paths.Count != 1)
        {
            throw new FloorException($"{options.Project} has {session.Paths.Count} projects: name one with --project.");
        }

        ProjectFacts facts = session.Projects.Read(session.Paths[0]);
        using var feeds = new PackageFeeds(Path.GetDirectoryName(facts.Path)!, options.Sources);
        var finder = new VersionFinder(session, feeds);
        SelectedPackage selected = await SelectAsync(session, finder, [facts], id, null, options).ConfigureAwait(false);
        return Write("ferrite.floor.add", [selected], options);
    }

    internal static async Task<int> UpdateAsync(IReadOnlyList<string> ids, SelectOptions options)
    {
        using var session = new FloorSession(options.Project, options.Sdk);
        ProjectFacts[] projects = [.. session.Paths.Select(session.Projects.Read)];
        using var feeds = new PackageFeeds(session.Directory, options.Sources);
        var finder = new VersionFinder(session, feeds);
        var selected = new List<SelectedPackage>();
        // A version that stands in one place for several projects has to fit them all.
        foreach (var shared in projects.SelectMany(static facts => facts.Packages.Select(item => (Facts: facts, Item: item)))
            .Where(row => ids.Count == 0 || ids.Contains(row.Item.Id, StringComparer.OrdinalIgnoreCase))
            .GroupBy(static row => (File: row.Facts.CentralFile is { Length: > 0 } central ? central : row.Item.File, Id: row.Item.Id.ToLowerInvariant())))
        {
            ProjectFacts[] users = [.. shared.Select(static row => row.Facts).DistinctBy(static facts => facts.Path, StringComparer.Ordinal)];
            PackageItem item = shared.First().Item;
            selected.Add(await SelectAsync(session, finder, users, item.Id, item, options).ConfigureAwait(false));
        }

        string[] unknown = [.. ids.Where(id => !selected.Any(package => package.Id.Equals(id, StringComparison.OrdinalIgnoreCase)))];
        return unknown.Length > 0
            ? throw new FloorException($"{options.Project} refers to no package {string.Join(", ", unknown)}.")
            : Write("ferrite.floor.update", selected, options);
    }

    private static async Task<SelectedPackage> SelectAsync(
        FloorSession session, VersionFinder finder, ProjectFacts[] projects, string id, PackageItem? item, SelectOptions options)
    {
        var constraint = Constraint.OfAll([.. projects.Select(facts => Constraint.Of(session, finder, facts, options.Sdk))]);
        var place = PackagePlace.Find(projects[0], id, item);
        bool withPrereleases = options.Prerelease || place.Version?.Contains('-', StringComparison.Ordinal) == true;
        Choice choice = await finder.FindAsync(id, withPrereleases, constraint.Targets, constraint.Fits).ConfigureAwait(false);
        if (choice.Chosen is not { } chosen)
        {
            return new SelectedPackage(id, place.Version, null, null, finder.Selection.Explain(id, choice, constraint.Text), false);
        }

        string why = $"needs {finder.Selection.Needs(chosen)}{(chosen.Reason is null ? "" : ", by inference")}; {constraint.Text}";
        string newer = choice.Looked.Count > 1 ? $". {choice.Looked[0].Version} needs {finder.Selection.Needs(choice.Looked[0])}" : "";
        if (place.IsComputed)
        {
            return new SelectedPackage(id, place.Version, chosen.Version, null, $"{id} {chosen.Version} {why}. {place.Version} in {place.File} is computed: write it by hand", false);
        }

        if (chosen.Version.Equals(place.Version, StringComparison.OrdinalIgnoreCase))
        {
            return new SelectedPackage(id, place.Version, chosen.Version, place.File, $"{id} {chosen.Version} stays: it {why}{newer}", true);
        }

        if (!options.DryRun)
        {
            place.Write(chosen.Version);
        }

        string change = place.Version is null ? $"{id} {chosen.Version}" : $"{id} {place.Version} to {chosen.Version}";
        return new SelectedPackage(id, place.Version, chosen.Version, place.File, $"{change} in {place.File}: it {why}{newer}", true);
    }

    private static int Write(string schema, IReadOnlyList<SelectedPackage> packages, SelectOptions options)
    {
        using Stream output = StandardStreams.OpenOutput();
        if (options.Json)
        {
            JsonOutput.Write(output, schema, json =>
            {
                json.WriteBoolean("written", !options.DryRun);
                json.WriteStartArray("packages");
                foreach (SelectedPackage package in packages)
                {
                    json.WriteStartObject();
                    json.WriteString("package", package.Id);
                    json.WriteString("from", package.From);
                    json.WriteString("to", package.To);
                    json.WriteString("file", package.File);
                    json.WriteBoolean("succeeded", package.Succeeded);
                    json.WriteString("message", package.Message);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else
        {
            ITextOutput text = TextOutput.Create(output);
            foreach (SelectedPackage package in packages.Where(static package => package.Succeeded))
            {
                text.WriteLine(new Piece(options.DryRun ? "would write " : "", Tone.Faint), new Piece(package.Message));
            }

            text.Flush();
        }

        output.Flush();
        var errors = new ErrorOutput(hasProgress: false);
        foreach (SelectedPackage package in packages.Where(package => !package.Succeeded && !options.Json))
        {
            errors.WriteLine(package.Message);
        }

        return packages.All(static package => package.Succeeded) ? ExitCode.Ok : ExitCode.Failed;
    }
}
