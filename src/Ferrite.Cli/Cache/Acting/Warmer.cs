using System.Collections.Concurrent;
using Ferrite.Cli.Interop.Linux;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>
/// Reads parts of files, several at once, since a disk is at its best with many requests at a time: docs/performance.md. Where all that is
/// missing is one range up to the file's end, the kernel reads ahead, in large folios; otherwise it doesn't: what is read is what was asked
/// for, and no page beside it. Files are done with in the order in which they were added.
/// </summary>
internal sealed class Warmer : IDisposable
{
    private const int Readers = 8;
    private const int PartSize = 256 * 1024;
    private const int MostFiles = 256;

    private readonly BlockingCollection<(WarmingFile File, long Offset, int Length)> _parts = new(boundedCapacity: 4 * Readers);
    private readonly Queue<WarmingFile> _files = new();
    private readonly Thread[] _readers;
    private readonly Action<WarmingFile> _onDone;
    private readonly Action<long> _onRead;
    private readonly CancellationToken _stop;

    /// <param name="onDone">Is given each file that is done, on the thread that adds them.</param>
    /// <param name="onRead">Is told how many bytes were read, on any thread.</param>
    /// <param name="stop">Ends it: what was not read stays so.</param>
    internal Warmer(Action<WarmingFile> onDone, Action<long> onRead, CancellationToken stop)
    {
        _onDone = onDone;
        _onRead = onRead;
        _stop = stop;
        _readers = [.. Enumerable.Range(0, Readers).Select(_ => new Thread(Read) { IsBackground = true, Name = "reader" })];
        Array.ForEach(_readers, static reader => reader.Start());
    }

    /// <param name="file">Is disposed of when it is done.</param>
    /// <param name="ranges">What to read, in bytes.</param>
    internal void Add(WarmingFile file, IEnumerable<(long Offset, long Length)> ranges)
    {
        _files.Enqueue(file);
        bool isFirst = true;
        foreach ((long offset, long length) in ranges)
        {
            if (isFirst && OperatingSystem.IsLinux())
            {
                // Advice, so no failure is one.
                _ = Libc.PosixFAdvise(file.Handle, 0, 0, offset + length >= file.Size ? Libc.POSIX_FADV_SEQUENTIAL : Libc.POSIX_FADV_RANDOM);
            }

            isFirst = false;
            for (long start = offset; start < offset + length && !_stop.IsCancellationRequested;)
            {
                long next = Math.Min(offset + length, (start & -PartSize) + PartSize);
                file.BeginPart();
                _parts.Add((file, start, (int)(next - start)), CancellationToken.None);
                start = next;
            }
        }

        file.EndPart();
        Settle(_files.Count > MostFiles ? 1 : 0);
    }

    /// <summary>Waits for what is under way.</summary>
    internal void Finish() => Settle(_files.Count);

    public void Dispose()
    {
        _parts.CompleteAdding();
        Array.ForEach(_readers, static reader => reader.Join());
        _parts.Dispose();
        foreach (WarmingFile file in _files)
        {
            file.Dispose();
        }
    }

    /// <summary>The files at the front that are ready; waits for so many.</summary>
    private void Settle(int least)
    {
        while (_files.TryPeek(out WarmingFile? file) && (least-- > 0 || file.IsReady))
        {
            file.Wait();
            _files.Dequeue();
            using (file)
            {
                _onDone(file);
            }
        }
    }

    private void Read()
    {
        byte[] buffer = GC.AllocateUninitializedArray<byte>(PartSize);
        foreach ((WarmingFile file, long offset, int length) in _parts.GetConsumingEnumerable(CancellationToken.None))
        {
            int read = 0;
            try
            {
                // Less than was asked for: the file ends sooner than it did.
                for (int now; read < length && !_stop.IsCancellationRequested; read += now)
                {
                    now = RandomAccess.Read(file.Handle, buffer.AsSpan(0, length - read), offset + read);
                    if (now == 0)
                    {
                        break;
                    }
                }

                _onRead(read);
                file.EndPart(read);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                file.EndPart(read, e);
            }
        }
    }
}
