using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Locking;

/// <summary>Everything about pages at once, while the file is resized and refreshed: what stays is right, and nothing stays locked.</summary>
public sealed class ConcurrencyTests() : FileTests(MemoryRoot)
{
    private const int Rounds = 3000;
    private const int LeastPages = 8;
    private const int MostPages = 64;

    private static readonly int Page = MappedFile.PageSize;

    private static readonly Action<MappedFile, long, long>[] Calls =
    [
        static (file, offset, length) => file.Lock(offset, length),
        static (file, offset, length) => file.Unlock(offset, length),
        static (file, _, _) => file.LockAll(),
        static (file, _, _) => file.UnlockAll(),
        static (file, offset, length) => file.Touch(offset, length),
        static (file, offset, length) => file.Evict(offset, length),
        static (file, offset, length) => file.Prefetch(offset, length),
        static (file, offset, length) => file.Advise(offset, length, MemoryAdvice.Random),
        static (file, offset, length) => file.Advise(offset, length, MemoryAdvice.DontNeed),
        static (file, offset, length) => file.Advise(offset, length, MemoryAdvice.PopulateWrite),
        static (file, offset, length) => file.GetResidency(offset, length),
    ];

    [NeedsFact(Needs.Linux | Needs.Root)]
    public void What_is_locked_moves_with_the_file()
    {
        long before = LockedBytes.Now;
        byte[] content = Bytes.Of(LeastPages * Page);
        MappedFile file = MappedFile.Open(FileOf(MostPages * Page), MapMode.ReadWrite);
        bool stop = false;
        Task[] callers = [.. Enumerable.Range(0, 3).Select(seed => Task.Factory.StartNew(() => CallUntil(ref stop, file, seed), TaskCreationOptions.LongRunning))];

        var random = new Random(42);
        for (int round = 0; round < Rounds; round++)
        {
            if (random.Next(3) == 0)
            {
                file.Refresh();
            }
            else
            {
                file.Resize(random.Next(LeastPages, MostPages) * Page);
            }
        }

        Volatile.Write(ref stop, true);
        Task.WaitAll(callers);
        Assert.Equal(content, file.Read(0, content.Length, static span => span.ToArray()));
        file.LockAll();
        Assert.Equal(file.Length, LockedBytes.Now - before);
        file.UnlockAll();
        Assert.Equal(before, LockedBytes.Now);
        file.Dispose();
    }

    [NeedsFact(Needs.Linux | Needs.Root)]
    public void Disposing_under_all_of_it_leaves_nothing()
    {
        long before = LockedBytes.Now;
        for (int round = 0; round < 50; round++)
        {
            MappedFile file = MappedFile.Open(FileOf(MostPages * Page, $"{round}"), MapMode.ReadWrite);
            bool stop = false;
            Task[] callers = [.. Enumerable.Range(0, 2).Select(seed => Task.Factory.StartNew(() => CallUntil(ref stop, file, seed), TaskCreationOptions.LongRunning))];
            file.Resize(LeastPages * Page);

            file.Dispose();

            Assert.All(callers, static caller => Assert.Throws<ObjectDisposedException>(caller.GetAwaiter().GetResult));
            Assert.Equal(before, LockedBytes.Now);
        }
    }

    private static void CallUntil(ref bool stop, MappedFile file, int seed)
    {
        var random = new Random(seed);
        while (!Volatile.Read(ref stop))
        {
            try
            {
                Calls[random.Next(Calls.Length)](file, random.Next(MostPages * Page), random.Next(8 * Page));
            }
            catch (ArgumentOutOfRangeException)
            {
                // It is shorter now.
            }
        }
    }
}
