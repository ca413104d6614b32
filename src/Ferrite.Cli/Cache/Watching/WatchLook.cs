using System.Text;
using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache.Watching;

/// <summary>One look at all files, compared with the one before.</summary>
internal sealed class WatchLook(WatchLook? last) : IResidencyReport
{
    /// <summary>Null for the first look, and when this one is over: only one before is of use.</summary>
    private WatchLook? _before = last;

    /// <summary>By the path's bytes, one character each.</summary>
    private readonly Dictionary<string, long> _pages = new(StringComparer.Ordinal);

    private readonly List<WatchedFile> _files = [];

    internal ResidencySum Sum { get; private set; } = new();

    /// <summary>Pages by which all of it changed.</summary>
    internal long Change { get; private set; }

    internal List<(string Path, string Reason)> Failures { get; } = [];

    /// <summary>The files that changed, the most first, and then those with the most pages.</summary>
    internal IEnumerable<WatchedFile> Ordered =>
        _files.OrderByDescending(static file => Math.Abs(file.Change)).ThenByDescending(static file => file.File.Residency.ResidentPages);

    public void Begin()
    {
        // It is shown when all is known.
    }

    public void Add(in FileResidency file)
    {
        if (file.IsCounted && file.Residency.IsKnown)
        {
            string key = Encoding.Latin1.GetString(file.Path.Span);
            _pages[key] = file.Residency.ResidentPages;
            long change = _before is null ? 0 : file.Residency.ResidentPages - _before._pages.GetValueOrDefault(key);
            if (change != 0 || file.Residency.ResidentPages > 0)
            {
                _files.Add(new WatchedFile(file with { Path = new PathBytes(file.Path.Span.ToArray()) }, change));
            }
        }
    }

    public void AddFailure(PathBytes path, string reason) => Failures.Add((path.ToString(), reason));

    public void End(ResidencySum sum)
    {
        Sum = sum;
        Change = _before is null ? 0 : sum.ResidentPages - _before.Sum.ResidentPages;
        _before = null;
    }
}
