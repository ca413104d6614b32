using Ferrite.SdkFloor.Inference;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace Ferrite.SdkFloor.Packages;

/// <summary>The feeds that restore would ask for a directory.</summary>
internal sealed class PackageFeeds : IDisposable
{
    private readonly List<SourceRepository> _repositories;
    private readonly PackageSourceMapping _mapping;
    private readonly string _globalFolder;
    private readonly SourceCacheContext _cache = new() { NoCache = true, RefreshMemoryCache = true };

    /// <param name="directory">Where nuget.config is looked for, upwards.</param>
    /// <param name="sources">Feeds to ask instead of those configured; empty for those.</param>
    /// <exception cref="FloorException">nuget.config can't be read, or names no feed.</exception>
    internal PackageFeeds(string directory, IReadOnlyList<string> sources)
    {
        try
        {
            ISettings settings = Settings.LoadDefaultSettings(directory);
            PackageSource[] chosen = sources.Count > 0
                ? [.. sources.Select(static source => new PackageSource(source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source)))]
                : [.. PackageSourceProvider.LoadPackageSources(settings).Where(static source => source.IsEnabled)];
            _repositories = [.. chosen.Select(static source => Repository.Factory.GetCoreV3(source))];
            _mapping = PackageSourceMapping.GetPackageSourceMapping(settings);
            _globalFolder = SettingsUtility.GetGlobalPackagesFolder(settings);
        }
        catch (Exception e) when (e is NuGetConfigurationException or ArgumentException or UriFormatException)
        {
            throw new FloorException($"The feeds can't be read: {e.Message}", e);
        }

        if (_repositories.FirstOrDefault(static repository => repository.PackageSource.IsLocal && !Directory.Exists(repository.PackageSource.Source)) is { } missing)
        {
            throw new FloorException($"Feed {missing.PackageSource.Source} can't be read: there is no such folder.");
        }

        if (_repositories.Count == 0)
        {
            throw new FloorException("nuget.config names no feed.");
        }
    }

    /// <summary>Versions that are listed, the newest first.</summary>
    /// <exception cref="FloorException">A feed can't be read.</exception>
    internal async Task<IReadOnlyList<NuGetVersion>> ListedVersionsAsync(string id, bool withPrereleases)
    {
        var versions = new HashSet<NuGetVersion>();
        foreach (SourceRepository repository in For(id))
        {
            versions.UnionWith(await AskAsync(repository, async () =>
            {
                if (!repository.PackageSource.IsLocal && await repository.GetResourceAsync<ServiceIndexResourceV3>().ConfigureAwait(false) is { } index
                    && index.GetServiceEntryUris(ServiceTypes.RegistrationsBaseUrl).Count == 0)
                {
                    throw new FloorException($"Feed {repository.PackageSource.Source} doesn't tell which versions it lists: it has no RegistrationsBaseUrl.");
                }

                PackageMetadataResource resource = await repository.GetResourceAsync<PackageMetadataResource>().ConfigureAwait(false)
                    ?? throw new FloorException($"Feed {repository.PackageSource.Source} doesn't tell which versions it lists.");
                IEnumerable<IPackageSearchMetadata> all = await resource.GetMetadataAsync(
                    id, withPrereleases, includeUnlisted: false, _cache, NullLogger.Instance, CancellationToken.None).ConfigureAwait(false);
                return all.Where(static package => package.IsListed).Select(static package => package.Identity.Version);
            }).ConfigureAwait(false));
        }

        return [.. versions.OrderDescending()];
    }

    /// <summary>A package: unpacked already, or downloaded.</summary>
    /// <exception cref="FloorException">No feed has it, or it can't be read.</exception>
    internal async Task<IPackageFiles> OpenAsync(string id, NuGetVersion version)
    {
        string folder = Path.Combine(_globalFolder, id.ToLowerInvariant(), version.ToNormalizedString().ToLowerInvariant());
        if (File.Exists(Path.Combine(folder, ".nupkg.metadata")))
        {
            return new PackageFolder(folder);
        }

        foreach (SourceRepository repository in For(id))
        {
            var copy = new MemoryStream();
            bool found = await AskAsync(repository, async () =>
            {
                FindPackageByIdResource resource = await repository.GetResourceAsync<FindPackageByIdResource>().ConfigureAwait(false)
                    ?? throw new FloorException($"Feed {repository.PackageSource.Source} doesn't hand out packages.");
                return await resource.CopyNupkgToStreamAsync(id, version, copy, _cache, NullLogger.Instance, CancellationToken.None).ConfigureAwait(false);
            }).ConfigureAwait(false);
            if (found)
            {
                copy.Position = 0;
                return new PackageArchive(copy, $"{id} {version}");
            }
        }

        throw new FloorException($"No feed hands out {id} {version}, which one of them lists: the package is missing there, or damaged.");
    }

    public void Dispose() => _cache.Dispose();

    private IEnumerable<SourceRepository> For(string id) => _mapping.IsEnabled
        ? _repositories.Where(repository => _mapping.GetConfiguredPackageSources(id).Contains(repository.PackageSource.Name, StringComparer.OrdinalIgnoreCase))
        : _repositories;

    private static async Task<T> AskAsync<T>(SourceRepository repository, Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not FloorException)
        {
            // Of feeds that answer nonsense NuGet throws whatever its parsers and casts happen to throw.
            Exception inner = e;
            while (inner.InnerException is { } next)
            {
                inner = next;
            }

            string cause = ReferenceEquals(inner, e) ? "" : $" ({inner.Message})";
            throw new FloorException($"Feed {repository.PackageSource.Source} can't be read: {e.Message}{cause}", e);
        }
    }
}
