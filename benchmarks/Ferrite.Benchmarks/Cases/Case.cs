using Ferrite.Benchmarks.Files;

namespace Ferrite.Benchmarks.Cases;

/// <summary>Work that several contenders do alike. Owns the file it is done on.</summary>
internal abstract class Case(BenchmarkFile file) : IDisposable
{
    /// <summary>Filled before anything is measured; the raw pointer comes first.</summary>
    internal abstract IReadOnlyList<Contender> Contenders { get; }

    protected BenchmarkFile File { get; } = file;

    public virtual void Dispose() => File.Dispose();
}
