using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Advice;

/// <summary>
/// Advice and locks split a mapping into many map entries. To replace them all at once by zero pages has to stay atomic for whoever is
/// reading meanwhile.
/// </summary>
public sealed class SplitEntriesTests() : FileTests(MemoryRoot)
{
    private const int Rounds = 200;
    private const int PageCount = 64;

    private static readonly int Page = MappedFile.PageSize;

    [NeedsTheory(Needs.Linux | Needs.Root)]
    [InlineData(false)]
    [InlineData(true)]
    public void A_reader_sees_the_files_bytes_or_an_exception_when_it_is_disposed_or_cut(bool cut)
    {
        byte[] content = Bytes.Of(PageCount * Page);
        for (int round = 0; round < Rounds; round++)
        {
            File.WriteAllBytes(PathOf(), content);
            MappedFile file = MappedFile.Open(PathOf(), MapMode.ReadWrite);
            Split(file);
            if (round == 0)
            {
                AssertSplit(file);
            }

            using var started = new ManualResetEventSlim();
            Task<int> reader = Task.Factory.StartNew(() => Read(file, started), TaskCreationOptions.LongRunning);
            started.Wait();
            if (cut)
            {
                file.Resize(2 * Page);
            }

            file.Dispose();
            Assert.InRange(reader.GetAwaiter().GetResult(), 1, int.MaxValue);
        }
    }

    private static void Split(MappedFile file)
    {
        for (int page = 0; page < PageCount; page += 4)
        {
            file.Advise(page * Page, Page, MemoryAdvice.Random);
            file.Lock((page + 2) * Page, Page);
        }
    }

    // SAFETY: only the addresses are looked up, in smaps; nobody goes through the pointer.
    private static unsafe void AssertSplit(MappedFile file) =>
        Assert.Equal(PageCount, MapEntry.Of(file.DangerousGetPointer(), file.Length).Count);

    /// <summary>Counts right reads, until the file is gone.</summary>
    private static int Read(MappedFile file, ManualResetEventSlim started)
    {
        int count = 0;
        for (long offset = 0; ; offset = (offset + 4093) % ((PageCount * Page) - 8))
        {
            try
            {
                Assert.Equal(Bytes.At(offset), file.Read<byte>(offset));
                count++;
                started.Set();
            }
            catch (ArgumentOutOfRangeException)
            {
                // It was cut.
            }
            catch (ObjectDisposedException)
            {
                return count;
            }
        }
    }
}
