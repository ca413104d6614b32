namespace Ferrite.Mapping.Tests.Streams;

/// <summary>Streams over a file whose end another thread moves back and forth.</summary>
public sealed class StreamRaceTests : FileTests
{
    private const int Rounds = 5_000;
    private const int Resizes = 2_000;
    private const int Longest = 40_000;

    private int _resizes;

    [Fact]
    public void Reading_up_to_an_end_that_moves_ends_there_and_is_no_error()
    {
        using MappedFile file = MappedFile.Open(FileOf(Longest), new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = Longest });
        bool done = false;
        var resizer = new Thread(() =>
        {
            var random = new Random(1);
            while (!Volatile.Read(ref done))
            {
                file.Resize(1 + random.Next(Longest));
                Interlocked.Increment(ref _resizes);
            }
        });
        resizer.Start();
        try
        {
            Read(file);
        }
        finally
        {
            Volatile.Write(ref done, true);
            resizer.Join();
        }
    }

    private void Read(MappedFile file)
    {
        using Stream stream = file.OpenStream();
        var random = new Random(2);
        byte[] buffer = new byte[Longest];
        int copied = 0;
        for (int i = 0; i < Rounds || Volatile.Read(ref _resizes) < Resizes; i++)
        {
            int at = random.Next(Longest);
            stream.Position = at;
            int count = stream.Read(buffer);
            Assert.InRange(count, 0, Longest - at);
            for (int j = 0; j < count; j++)
            {
                // What was cut off and grown again is zero.
                Assert.True(buffer[j] == 0 || buffer[j] == Bytes.At(at + j));
            }

            Assert.InRange(stream.ReadByte(), -1, 255);
            try
            {
                stream.Position = at;
                using var destination = new MemoryStream();
                stream.CopyTo(destination);
                copied++;
            }
            catch (MappedFileFaultException)
            {
                // Cut while the other stream had the bytes.
            }
        }

        Assert.NotEqual(0, copied);
    }
}
