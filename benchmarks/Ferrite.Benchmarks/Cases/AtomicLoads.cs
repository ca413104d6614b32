using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Mapping;

namespace Ferrite.Benchmarks.Cases;

/// <summary>An atomic obtained and loaded, for every 8 bytes of the file: what obtaining costs.</summary>
internal sealed class AtomicLoads(BenchmarkFile file) : Case(file)
{
    internal override IReadOnlyList<Contender> Contenders =>
    [
        .. new RawReads(File).Contenders,
        new()
        {
            Peer = Peer.Ferrite,
            Name = "GetAtomic<ulong>(offset), Load()",
            Kernel = Ferrite,
            Expected = File.Sum,
            Operations = File.Values.Length,
        },
    ];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ferrite(long count)
    {
        MappedFile mapped = File.Mapped;
        ulong sum = 0;
        for (long offset = 0; offset < count * sizeof(ulong); offset += sizeof(ulong))
        {
            sum += mapped.GetAtomic<ulong>(offset).Load();
        }

        return sum;
    }
}
