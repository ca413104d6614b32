using System.Diagnostics;
using Xunit.Abstractions;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>
/// One long access at a time, and, some microseconds after it began, the end of the mapping that it works on: met in the middle far more
/// often than short ones. No zero is taken for data, no write that did not throw is lost.
/// </summary>
public sealed class LongAccessTests(ITestOutputHelper output) : FileTests(MemoryRoot)
{
    private const int Length = 2 << 20;

    private static readonly ReadKind[] Reads = [.. ReadKind.All.Where(static kind => kind.Size == 0)];
    private static readonly WriteKind[] Writes = [.. WriteKind.All.Where(static kind => kind.Size == 0)];

    private readonly Random _random = new();
    private readonly byte[] _content = Bytes.Of(Length);
    private readonly byte[] _other = Bytes.Of(Length, offset: 99);
    private readonly byte[] _buffer = new byte[Length];
    private bool _begun;

    [Fact]
    public void A_read_that_meets_the_end_of_its_mapping_is_right_or_refused() => Race("reads", path =>
    {
        ReadKind kind = Reads[_random.Next(Reads.Length)];
        bool done = Meet(path, file => kind.Run(file, 0, _buffer), out _);
        Assert.True(!done || _buffer.AsSpan().SequenceEqual(_content), kind.Name);
        return done;
    });

    [Fact]
    public void A_write_that_meets_the_end_of_its_mapping_is_in_the_file_or_refused() => Race("writes", path =>
    {
        WriteKind kind = Writes[_random.Next(Writes.Length)];
        bool done = Meet(path, file => kind.Run(file, 0, _other), out int left);
        Assert.True(!done || File.ReadAllBytes(path).AsSpan().SequenceEqual(_other.AsSpan(0, left)), kind.Name);
        return done;
    });

    private void Race(string what, Func<string, bool> round)
    {
        string path = PathOf();
        (int rounds, int refused) = (0, 0);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Setting.Duration / 4; rounds++)
        {
            File.WriteAllBytes(path, _content);
            refused += round(path) ? 0 : 1;
        }

        output.WriteLine($"{rounds} {what}, {refused} refused");
        Assert.NotEqual(0, rounds);
    }

    /// <summary>False where the access was refused; else how many bytes of the file are left.</summary>
    private bool Meet(string path, Action<MappedFile> access, out int left)
    {
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        Array.Clear(_buffer);
        Volatile.Write(ref _begun, false);
        Task<bool> running = Task.Run(() => Try(file, access));
        while (!Volatile.Read(ref _begun))
        {
            Thread.Yield();
        }

        Thread.SpinWait(_random.Next(200));
        left = _random.Next(3) == 0 ? _random.Next(Length) : Length;
        if (left < Length)
        {
            file.Resize(left);
        }
        else
        {
            file.Dispose();
        }

        return running.GetAwaiter().GetResult();
    }

    private bool Try(MappedFile file, Action<MappedFile> access)
    {
        Volatile.Write(ref _begun, true);
        try
        {
            access(file);
            return true;
        }
        catch (Exception e) when (e is ObjectDisposedException or MappedFileFaultException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
