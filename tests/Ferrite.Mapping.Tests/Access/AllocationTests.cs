namespace Ferrite.Mapping.Tests.Access;

/// <summary>No access allocates.</summary>
public sealed class AllocationTests : FileTests
{
    private const int Rounds = 20_000;

    private static readonly Func<ReadOnlySpan<byte>, int> First = static span => span[0];
    private static readonly Func<ReadOnlySpan<byte>, int, int> At = static (span, index) => span[index];

    public static TheoryData<string, Func<MappedFile, byte[], long>> Accesses => new()
    {
        { "Read", static (file, _) => file.Read<long>(8) },
        { "Read in the tail", static (file, _) => file.Read<long>(file.Length - 8) },
        { "Read of many bytes", static (file, _) => file.Read<Model.Bytes100>(8)[0] },
        { "Write", static (file, _) => Write(file, 8) },
        { "Write in the tail", static (file, _) => Write(file, file.Length - 8) },
        { "Write of a span", WriteSpan },
        { "CopyTo", CopyOut },
        { "Read by delegate", static (file, _) => file.Read(8, 100, First) },
        { "Read by delegate with state", static (file, _) => file.Read(8, 100, 5, At) },
        { "View", static (file, _) => View(file) },
        { "Slice", static (file, _) => Slice(file) },
        { "Writable view", static (file, _) => WritableView(file) },
        { "Chunks", static (file, _) => Chunks(file) },
        { "Pages", static (file, _) => Pages(file) },
        { "Writable chunks", static (file, _) => WritableChunks(file) },
    };

    [Theory]
    [MemberData(nameof(Accesses))]
    public void An_access_allocates_nothing(string name, Func<MappedFile, byte[], long> access)
    {
        using MappedFile file = MappedFile.Create(PathOf(name), 3 * MappedFile.PageSize);
        byte[] buffer = new byte[100];
        Run(access, file, buffer);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(access, file, buffer);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(Func<MappedFile, byte[], long> access, MappedFile file, byte[] buffer)
    {
        for (int i = 0; i < Rounds; i++)
        {
            access(file, buffer);
        }
    }

    private static long Write(MappedFile file, long offset)
    {
        file.Write(offset, 1L);
        return 0;
    }

    private static long WriteSpan(MappedFile file, byte[] buffer)
    {
        file.Write(8, buffer);
        return 0;
    }

    private static long CopyOut(MappedFile file, byte[] buffer)
    {
        file.CopyTo(8, buffer);
        return 0;
    }

    private static long View(MappedFile file)
    {
        using MappedView view = file.GetView(8, 100);
        view.Validate();
        return view.Span[5] + view.Read<long>(8) + (view.IsValid ? 1 : 0);
    }

    private static long Slice(MappedFile file)
    {
        using MappedView view = file.GetView();
        using MappedView slice = view.Slice(8, 100);
        return slice.Read<long>(8) + slice.Offset;
    }

    private static long WritableView(MappedFile file)
    {
        using WritableMappedView view = file.GetWritableView();
        using WritableMappedView slice = view.Slice(8, 100);
        slice.Write(0, 1L);
        slice.Span.Fill(2);
        return slice.Read<long>(8);
    }

    private static long Chunks(MappedFile file)
    {
        long sum = 0;
        foreach (ReadOnlySpan<byte> chunk in file.Chunks(1000))
        {
            sum += chunk[^1];
        }

        return sum;
    }

    private static long Pages(MappedFile file)
    {
        long sum = 0;
        foreach (ReadOnlySpan<byte> page in file.Pages())
        {
            sum += page[^1];
        }

        return sum;
    }

    private static long WritableChunks(MappedFile file)
    {
        long sum = 0;
        foreach (Span<byte> chunk in file.WritableChunks(1000))
        {
            sum += chunk[0]++;
        }

        return sum;
    }
}
