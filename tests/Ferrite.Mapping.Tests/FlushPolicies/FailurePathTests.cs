using System.Runtime.CompilerServices;
using Ferrite.Mapping.Internal;
using Ferrite.Mapping.Tests.Faults;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.FlushPolicies;

/// <summary>Each policy on each path that flushes, with the data's flush and with the directory's made to fail: never silent.</summary>
public sealed class FailurePathTests : FileTests
{
    private const int Length = 1 << 16;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    /// <summary>Those that flush with the write.</summary>
    private static readonly FlushPolicy[] AtOnce = [FlushPolicy.Always, FlushPolicy.EveryBytes(8), FlushPolicy.EveryWrites(1)];

    /// <summary>Those that owe a flush after a write.</summary>
    private static readonly FlushPolicy[] Owing = [FlushPolicy.EveryBytes(1 << 20), FlushPolicy.EveryWrites(1000), FlushPolicy.Every(TimeSpan.FromDays(1))];

    private static readonly Dictionary<string, Action<MappedFile>> Writes = new(StringComparer.Ordinal)
    {
        ["a value"] = static file => file.Write(0, 1L),
        ["bytes"] = static file => file.Write(0, new byte[8]),
        ["a view"] = static file => file.GetWritableView(0, 8).Dispose(),
        ["chunks"] = WriteChunks,
        ["memory"] = static file => file.GetMemory(0, 8).Dispose(),
        ["records"] = WriteRecords,
        ["a stream"] = WriteStream,
        ["a segment"] = static file => file.GetSegment(0, 8).Write(0, 1L),
        ["asynchronously"] = static file => file.WriteAsync(0, new byte[8]).GetAwaiter().GetResult(),
    };

    private static readonly Dictionary<string, Action<MappedFile>> Flushes = new(StringComparer.Ordinal)
    {
        ["all"] = static file => file.Flush(),
        ["a range"] = static file => file.Flush(0, 8),
        ["a segment"] = static file => file.GetSegment(0, 8).Flush(),
        ["all, asynchronously"] = static file => file.FlushAsync().GetAwaiter().GetResult(),
        ["a range, asynchronously"] = static file => file.FlushAsync(0, 8).GetAwaiter().GetResult(),
        ["writing asynchronously"] = static file => file.WriteAsync(0, new byte[8]).GetAwaiter().GetResult(),
        ["unmapping"] = static file => file.Unmap().Dispose(),
    };

    public static TheoryData<string, string> Failures => new()
    {
        { "msync", "EIO" },
        { "msync", "ENOSPC" },
        { "fsync", "EIO" },
        { "fsync", "ENOSPC" },
    };

    [NeedsTheory(Needs.Strace)]
    [MemberData(nameof(Failures))]
    public void Of_a_write_it_is_thrown_by_the_write(string call, string error) => Inject(call, error, Write);

    [NeedsTheory(Needs.Strace)]
    [MemberData(nameof(Failures))]
    public void Of_a_flush_it_is_thrown_by_the_flush_under_any_policy(string call, string error) => Inject(call, error, Flush);

    [NeedsTheory(Needs.Strace)]
    [MemberData(nameof(Failures))]
    public void In_the_background_it_is_thrown_by_whatever_comes_next(string call, string error) => Inject(call, error, Wait);

    [NeedsTheory(Needs.Strace)]
    [MemberData(nameof(Failures))]
    public void Of_what_is_owed_it_is_thrown_by_Dispose(string call, string error) => Inject(call, error, Dispose);

    private static void Write(string[] arguments)
    {
        foreach (FlushPolicy policy in AtOnce)
        {
            foreach ((string name, Action<MappedFile> write) in Writes)
            {
                MappedFile file = Create(arguments, policy);
                Expect(arguments, $"{policy}, {name}", () => write(file));
                Close(file);
            }
        }
    }

    private static void Flush(string[] arguments)
    {
        foreach (FlushPolicy policy in (FlushPolicy[])[FlushPolicy.Manual, .. Owing])
        {
            foreach ((string name, Action<MappedFile> flush) in Flushes)
            {
                MappedFile file = Create(arguments, policy);
                file.Write(0, 1L);
                Expect(arguments, $"{policy}, {name}", () => flush(file));
                Close(file);
            }
        }
    }

    private static void Wait(string[] arguments)
    {
        foreach ((string name, Action<MappedFile> use) in Writes.Concat(Flushes).Append(new("disposing", static file => file.Dispose())).DistinctBy(static p => p.Key, StringComparer.Ordinal))
        {
            MappedFile file = Create(arguments, FlushPolicy.Every(Soon));
            file.Write(0, 1L);

            // Remembered, and told to nobody yet.
            Assert.True(SpinWait.SpinUntil(() => FailureOf(MappingOf(file)) is not null, TimeSpan.FromMinutes(1)));
            Expect(arguments, $"after the background's, {name}", () => use(file));
            Close(file);
        }
    }

    private static void Dispose(string[] arguments)
    {
        foreach (FlushPolicy policy in Owing)
        {
            MappedFile file = Create(arguments, policy);
            file.Write(0, 1L);
            Expect(arguments, $"{policy}, disposing", file.Dispose);
            file.Dispose();
            Assert.Throws<ObjectDisposedException>(() => file.Read<long>(0));
            Assert.Equal(1, BitConverter.ToInt64(File.ReadAllBytes(arguments[0])));
        }
    }

    private static void WriteChunks(MappedFile file)
    {
        foreach (Span<byte> chunk in file.WritableChunks(Length))
        {
            chunk[0] = 1;
        }
    }

    private static void WriteRecords(MappedFile file)
    {
        using MappedRecords<long> records = file.Records<long>();
        records.GetWritable(0) = 1;
    }

    private static void WriteStream(MappedFile file)
    {
        using Stream stream = file.OpenStream();
        stream.Write(new byte[8]);
    }

    /// <summary>Always new, so that the directory is to be flushed too.</summary>
    private static MappedFile Create(string[] arguments, FlushPolicy policy)
    {
        File.Delete(arguments[0]);
        return MappedFile.Create(arguments[0], Length, new MappedFileOptions { FlushPolicy = policy });
    }

    /// <summary>Somebody was told: it may be told again, or not.</summary>
    private static void Close(MappedFile file) => Record.Exception(file.Dispose);

    private static void Expect(string[] arguments, string what, Action action)
    {
        Exception? thrown = Record.Exception(action);
        Assert.True(thrown is IOException, $"{what}: {thrown?.ToString() ?? "silent"}");
        Assert.Contains(arguments[1], thrown!.Message, StringComparison.Ordinal);
    }

    private void Inject(string call, string error, Action<string[]> scenario) =>
        Strace.Run(call, $"{call}:error={error}", scenario, PathOf(), error);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_mapping")]
    private static extern ref readonly FileMapping MappingOf(MappedFile file);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_flushFailure")]
    private static extern ref FlushFailure? FailureOf(FileMapping mapping);
}
