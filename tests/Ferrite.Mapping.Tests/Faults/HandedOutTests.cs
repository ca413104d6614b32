using System.Buffers;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>A file that others cut under what streams, sequences, memory, records, segments and tasks hold: an exception, never the end.</summary>
public sealed class HandedOutTests
{
    private const long Behind = 5;

    private static readonly Dictionary<string, Action<MappedFile, CutFile>> Uses = new(StringComparer.Ordinal)
    {
        ["stream Read"] = static (file, cut) => AfterCut(cut, file.OpenStream(), static stream => stream.ReadExactly(new byte[CutFile.Pages * CutFile.PageSize])),
        ["stream Read of 64 bytes"] = static (file, cut) => AfterCut(cut, file.OpenStream(Behind * CutFile.PageSize), static stream => stream.ReadExactly(new byte[64])),
        ["stream Read of 20 bytes"] = static (file, cut) => AfterCut(cut, file.OpenStream(Behind * CutFile.PageSize), static stream => stream.ReadExactly(new byte[20])),
        ["stream ReadByte"] = static (file, cut) => AfterCut(cut, file.OpenStream(Behind * CutFile.PageSize), static stream =>
        {
            try
            {
                stream.ReadByte();
            }
            finally
            {
                Assert.Equal(0, stream.Position);
            }
        }),
        ["stream ReadAsync"] = static (file, cut) => AfterCut(cut, file.OpenStream(Behind * CutFile.PageSize), static stream => Wait(stream.ReadAsync(new byte[10]).AsTask())),
        ["stream Write"] = static (file, cut) => AfterCut(cut, file.OpenStream(Behind * CutFile.PageSize), static stream => stream.Write(new byte[10])),
        ["stream WriteAsync"] = static (file, cut) => AfterCut(cut, file.OpenStream(Behind * CutFile.PageSize), static stream => Wait(stream.WriteAsync(new byte[10]).AsTask())),
        ["stream CopyTo memory"] = static (file, cut) => AfterCut(cut, file.OpenStream(), static stream => stream.CopyTo(new MemoryStream())),
        ["stream CopyToAsync memory"] = static (file, cut) => AfterCut(cut, file.OpenStream(), static stream => Wait(stream.CopyToAsync(new MemoryStream()))),
        // Here the kernel meets the hole, and says EFAULT.
        ["stream CopyTo a file"] = static (file, cut) => AfterCut(cut, file.OpenStream(), stream => CopyToFile(stream, cut.Path + ".copy")),
        ["stream CopyToAsync a file"] = static (file, cut) => AfterCut(cut, file.OpenStream(), stream => CopyToFileAsync(stream, cut.Path + ".copy")),
        ["sequence"] = static (file, cut) => AfterCut(cut, file.AsSequence(), sequence =>
        {
            Assert.Equal(CutFile.Pages * CutFile.PageSize, sequence.ToArray().Length);
            file.Validate(sequence);
        }),
        ["old sequence"] = static (file, cut) => AfterCut(cut, file.AsSequence(), sequence =>
        {
            Assert.Equal(0, sequence.Slice(Behind * CutFile.PageSize).FirstSpan[0]);
            file.Refresh();
            file.Validate();
            file.Validate(sequence.Slice(0, 10));
        }),
        ["memory"] = static (file, cut) => AfterCut(cut, file.GetMemory(Behind * CutFile.PageSize, 10), static owner =>
        {
            owner.Memory.Span[3]++;
            owner.Dispose();
        }),
        ["records"] = static (file, cut) => Records(file, cut),
        ["records, searched"] = static (file, cut) => Search(file, cut),
        ["records, enumerated"] = static (file, cut) => Enumerate(file, cut),
        ["segment"] = static (file, cut) => AfterCut(cut, file.GetSegment(Behind * CutFile.PageSize, 100), static segment => segment.Read<long>(3)),
        ["segment, written"] = static (file, cut) => AfterCut(cut, file.GetSegment(Behind * CutFile.PageSize, 100), static segment => segment.Write(3, new byte[10])),
        ["write that a policy counts"] = static (_, cut) => WriteCounted(cut),
        ["WriteAsync"] = static (file, cut) => AfterCut(cut, file, static file => Wait(file.WriteAsync(Behind * CutFile.PageSize, new byte[10]))),
        ["FlushAsync"] = static (file, cut) => AfterCut(cut, file, static file =>
        {
            Assert.Throws<MappedFileFaultException>(() => file.Read<byte>(Behind * CutFile.PageSize));
            Wait(file.FlushAsync());
        }),
    };

    public static TheoryData<string> Names => [.. Uses.Keys];

    [NeedsTheory(Needs.Linux | Needs.FaultGuard)]
    [MemberData(nameof(Names))]
    public void A_cut_is_a_fault(string name) => ChildProcess.Run(Use, name).AssertSucceeded();

    private static void Use(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile file = cut.Map();

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => Uses[arguments[0]](file, cut));

        Assert.Equal(FaultCause.Truncated, fault.Cause);
    }

    private static void AfterCut<T>(CutFile cut, T handedOut, Action<T> use)
    {
        cut.CutToPages(3);
        use(handedOut);
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static void CopyToFile(Stream stream, string path)
    {
        using FileStream copy = File.Create(path);
        stream.CopyTo(copy);
    }

    private static void CopyToFileAsync(Stream stream, string path)
    {
        using FileStream copy = new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        Wait(stream.CopyToAsync(copy));
    }

    /// <summary>Not counted either: it reached nothing. Not disposed where that fails: disposing would throw what is expected.</summary>
    private static void WriteCounted(CutFile cut)
    {
        var file = MappedFile.Open(cut.Path, new MappedFileOptions { Mode = MapMode.ReadWrite, FlushPolicy = FlushPolicy.EveryBytes(long.MaxValue) });
        file.Write(0, 1L);
        file.Flush();
        cut.CutToPages(3);
        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => file.Write(Behind * CutFile.PageSize, 1L));
        Assert.Equal((0, 0), (file.PendingBytes, file.PendingWrites));
        file.Dispose();
        throw fault;
    }

    private static void Records(MappedFile file, CutFile cut)
    {
        MappedRecords<long> records = file.Records<long>();
        cut.CutToPages(3);
        Assert.Equal(0, records[records.Count - 1]);
        Assert.False(records.IsValid);
        records.Dispose();
    }

    private static void Search(MappedFile file, CutFile cut)
    {
        using MappedRecords<byte> records = file.Records<byte>();
        cut.CutToPages(3);
        records.BinarySearch((byte)7, static (ref readonly byte record, byte key) => record.CompareTo(key));
    }

    private static void Enumerate(MappedFile file, CutFile cut)
    {
        long sum = 0;
        cut.CutToPages(3);
        foreach (ref readonly long record in file.Records<long>())
        {
            sum += record;
        }

        Assert.Fail($"{sum}");
    }
}
