using Ferrite.Mapping.Internal.Watching;

namespace Ferrite.Mapping.Tests.Watching;

/// <summary>The asynchronous stream of changes.</summary>
public sealed class AsyncWatchTests : WatchingTests
{
    [Fact]
    public async Task Changes_come_as_they_are_asked_for()
    {
        string path = OldFile();
        using MappedFile file = MappedFile.Open(path);
        await using IAsyncEnumerator<FileChange> changes = file.WatchAsync().GetAsyncEnumerator();

        WriteByte(path);
        Assert.Equal(new FileChange(FileChangeKind.Modified, Length), await Next(changes));
        ValueTask<FileChange> next = Next(changes);
        Assert.False(next.IsCompleted);
        File.Delete(path);
        Assert.Equal(new FileChange(FileChangeKind.Removed, null), await next);
    }

    [Fact]
    public async Task A_slow_reader_gets_the_sum()
    {
        string path = OldFile();
        using MappedFile file = MappedFile.Open(path);
        await using IAsyncEnumerator<FileChange> changes = file.WatchAsync().GetAsyncEnumerator();
        using var told = new Changes();
        using IDisposable watch = file.Watch(told.Add);

        for (int i = 1; i <= 10; i++)
        {
            told.UpToResize(path, i);
        }

        Assert.Equal(new FileChange(FileChangeKind.Resized, 10), await Next(changes));
        File.Delete(path);
        FileChange last;
        do
        {
            last = await Next(changes);
            Assert.NotEqual(FileChangeKind.Resized, last.Kind);
        }
        while (last.Kind != FileChangeKind.Removed);
    }

    [Fact]
    public async Task The_file_s_end_ends_it()
    {
        MappedFile file = MappedFile.Open(OldFile());
        IAsyncEnumerable<FileChange> all = file.WatchAsync();
        await using IAsyncEnumerator<FileChange> waiting = all.GetAsyncEnumerator();
        await using IAsyncEnumerator<FileChange> late = all.GetAsyncEnumerator();
        ValueTask<bool> next = waiting.MoveNextAsync();

        file.Dispose();

        Assert.False(await next.AsTask().WaitAsync(Changes.Patience));
        Assert.False(await late.MoveNextAsync());
        Assert.False(await late.MoveNextAsync());
        Assert.Throws<ObjectDisposedException>(() => all.GetAsyncEnumerator());
        Assert.Equal(0, DirectoryWatcher.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Either_token_cancels_it(bool ofTheEnumeration)
    {
        using MappedFile file = MappedFile.Open(OldFile());
        using var cancelled = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        await using (IAsyncEnumerator<FileChange> changes = ofTheEnumeration
            ? file.WatchAsync(other.Token).GetAsyncEnumerator(cancelled.Token)
            : file.WatchAsync(cancelled.Token).GetAsyncEnumerator(other.Token))
        {
            ValueTask<bool> next = changes.MoveNextAsync();

            await cancelled.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.AsTask().WaitAsync(Changes.Patience));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await changes.MoveNextAsync());
        }

        Assert.Equal(0, DirectoryWatcher.Count);
    }

    [Fact]
    public async Task The_one_token_there_is_is_the_one_that_the_exception_names()
    {
        using MappedFile file = MappedFile.Open(OldFile());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (FileChange change in file.WatchAsync(cancelled.Token))
            {
                Assert.Fail($"{change}");
            }
        });

        Assert.Equal(cancelled.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_watch()
    {
        string path = OldFile();
        using MappedFile file = MappedFile.Open(path);
        Append(path, 1);

        await foreach (FileChange change in file.WatchAsync(TimeSpan.FromMilliseconds(5)))
        {
            Assert.Equal(new FileChange(FileChangeKind.Resized, Length + 1), change);
            break;
        }

        Assert.Equal(0, DirectoryWatcher.Count);
    }

    [Fact]
    public async Task A_poll_finds_what_nobody_tells()
    {
        string path = OldFile();
        using MappedFile file = MappedFile.Open(path);
        using MappedFile other = MappedFile.Open(path, MapMode.ReadWrite);
        await using IAsyncEnumerator<FileChange> changes = file.WatchAsync(TimeSpan.FromMilliseconds(5)).GetAsyncEnumerator();

        other.Write(0, 1L);

        Assert.Equal(new FileChange(FileChangeKind.Modified, Length), await Next(changes));
    }

    private static async ValueTask<FileChange> Next(IAsyncEnumerator<FileChange> changes)
    {
        Assert.True(await changes.MoveNextAsync().AsTask().WaitAsync(Changes.Patience));
        return changes.Current;
    }
}
