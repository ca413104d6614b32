using System.Security.Cryptography;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// Writes blocks from many tasks at once, each on the disk when its task is done, without blocking anybody; then gives up on some.
/// <c>dotnet run --project samples -- async /tmp/blocks.bin</c>
/// </summary>
internal static class AsyncWrites
{
    private const int Blocks = 64;
    private const int BlockLength = 16 << 10;

    internal static async Task<int> RunAsync(string path)
    {
        var options = new MappedFileOptions { Preallocate = true };
        using MappedFile file = await MappedFile.CreateAsync(path, Blocks * BlockLength, options);
        byte[][] blocks = [.. Enumerable.Range(0, Blocks).Select(_ => RandomNumberGenerator.GetBytes(BlockLength))];

        // Writes of disjoint ranges never disturb each other.
        await Task.WhenAll(blocks.Select((block, i) => file.WriteAsync((long)i * BlockLength, block)));
        bool same = blocks.Select((block, i) => file.Read((long)i * BlockLength, BlockLength, block, static (bytes, block) => bytes.SequenceEqual(block))).All(static equal => equal);
        Console.WriteLine($"{Blocks} blocks are durable and {(same ? "what they should be" : "wrong")}");

        // Cancelled, a write may have been made or not; but one that is done is durable, always.
        using var cancel = new CancellationTokenSource();
        Task[] writes = [.. blocks.Select((block, i) => file.WriteAsync((long)i * BlockLength, block, cancel.Token))];
        await cancel.CancelAsync();
        try
        {
            await Task.WhenAll(writes);
        }
        catch (OperationCanceledException)
        {
            // Some were.
        }

        Console.WriteLine($"done or cancelled: {writes.Count(static write => write.IsCompletedSuccessfully || write.IsCanceled)}");

        // A whole flush, when many small writes are to be durable together.
        file.Write(0, 42L);
        file.Write(BlockLength, 43L);
        await file.FlushAsync();
        return same ? 0 : 1;
    }
}
