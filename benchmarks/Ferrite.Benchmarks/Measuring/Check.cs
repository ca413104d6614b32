using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Files;

namespace Ferrite.Benchmarks.Measuring;

/// <summary>Runs every kernel on a small file and verifies what it did: no figures, no warm-up.</summary>
internal sealed class Check(string directory)
{
    private const long FileLength = 2 << 20;
    private const long FewOperations = 100;

    /// <summary>How many kernels ran.</summary>
    /// <exception cref="InvalidDataException">One didn't do its work.</exception>
    internal int Run(IEnumerable<CaseEntry> entries)
    {
        int kernels = 0;
        using var timer = new Timer();
        foreach (CaseEntry entry in entries)
        {
            using Case work = entry.Create(new BenchmarkFile(directory, Math.Min(entry.Length, FileLength)));
            foreach (Contender contender in work.Contenders)
            {
                timer.Call(contender, contender.WholePassOnly ? contender.Operations : Math.Min(contender.Operations, FewOperations));
                kernels++;
            }
        }

        return kernels;
    }
}
