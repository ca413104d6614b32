using Ferrite.Cli.Cache.Acting;
using Ferrite.Cli.Tests.Kit;
using Ferrite.Mapping;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Tests.Units;

/// <summary>Against a bit for each byte.</summary>
public sealed class MissingPartsTests : IDisposable
{
    private const int FilePages = 24;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Eviction)]
    public void They_are_what_is_wanted_and_not_resident()
    {
        var random = new Random(3);
        for (int round = 0; round < 50; round++)
        {
            string path = Pages.File(_directory, "data", FilePages);
            using IDisposable pinned = PageCache.Pin(path, Pages.Range(0, FilePages).Where(_ => random.Next(2) == 0));
            using SafeFileHandle file = File.OpenHandle(path);
            int offset = random.Next(FilePages * Pages.Size);
            var residency = PageResidency.Of(file, offset, random.Next((FilePages * Pages.Size) - offset) + 1);
            List<(long Offset, long Length)> wanted = DrawRanges(random);

            bool[] isIn = PageCache.Read(path);
            bool[] expected = new bool[FilePages * Pages.Size];
            foreach ((long start, long length) in wanted)
            {
                for (long i = Math.Max(start, residency.Offset); i < Math.Min(start + length, residency.Offset + residency.Length); i++)
                {
                    expected[i] = !isIn[i / Pages.Size];
                }
            }

            bool[] actual = new bool[expected.Length];
            foreach ((long start, long length) in MissingParts.Of(residency, wanted))
            {
                Assert.True(length > 0);
                Array.Fill(actual, value: true, (int)start, (int)length);
            }

            Assert.True(expected.AsSpan().SequenceEqual(actual), $"round {round}");
        }
    }

    private static List<(long Offset, long Length)> DrawRanges(Random random)
    {
        List<(long Offset, long Length)> ranges = [];
        for (int at = random.Next(2 * Pages.Size); at < FilePages * Pages.Size;)
        {
            int length = Math.Min(random.Next(5 * Pages.Size) + 1, (FilePages * Pages.Size) - at);
            ranges.Add((at, length));
            at += length + random.Next(3 * Pages.Size) + 1;
        }

        return ranges;
    }
}
