using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Inference;
using Ferrite.SdkFloor.Tables;

namespace Ferrite.SdkFloor.Packages;

/// <summary>Reads the floors of packages, each once a run.</summary>
internal sealed class PackageReader(SdkTables tables)
{
    private readonly PackageInference _inference = new(tables);
    private readonly Dictionary<(string Name, bool WithAnalyzers), PackageReading> _readings = [];

    /// <summary>What was read already; null where it was not.</summary>
    internal PackageReading? Known(string name, bool withAnalyzers) => _readings.GetValueOrDefault((name, withAnalyzers));

    /// <param name="name">Id and version, lower case.</param>
    /// <param name="withAnalyzers">Whether its analyzers are used; it matters to inference.</param>
    /// <param name="open">Its files, where they are needed.</param>
    /// <exception cref="FloorException">The package can't be read.</exception>
    internal PackageReading Read(string name, bool withAnalyzers, Func<IPackageFiles> open)
    {
        if (!_readings.TryGetValue((name, withAnalyzers), out PackageReading? reading))
        {
            IPackageFiles files = open();
            using (files as IDisposable)
            {
                reading = Read(name, withAnalyzers, files);
            }

            _readings.Add((name, withAnalyzers), reading);
        }

        return reading;
    }

    private PackageReading Read(string name, bool withAnalyzers, IPackageFiles files)
    {
        try
        {
            string? path = files.Paths.FirstOrDefault(static path => path.Equals(PackageFloor.Path, StringComparison.OrdinalIgnoreCase));
            if (path is null)
            {
                return new PackageReading(null, _inference.Infer(files, withAnalyzers));
            }

            using Stream stream = files.Open(path);
            return new PackageReading(PackageFloor.Read(stream), null);
        }
        catch (FloorException e)
        {
            throw new FloorException($"{PackageFloor.Path} of {name} can't be read: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new FloorException($"{name} can't be read: {e.Message}", e);
        }
    }
}
