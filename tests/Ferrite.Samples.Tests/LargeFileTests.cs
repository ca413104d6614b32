using Ferrite.TestKit;

namespace Ferrite.Samples.Tests;

/// <summary>The samples that are about files which no array could hold.</summary>
public sealed class LargeFileTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Fact]
    public void Scans_a_file_of_3_GiB_with_all_cores()
    {
        const long Length = (3L << 30) + 5;
        string path = _directory.SparseFile(Length);
        using (FileStream stream = new(path, FileMode.Open))
        {
            foreach ((long offset, byte value) in new[] { (0L, (byte)1), ((32L << 20) - 1, (byte)3), (2L << 30, (byte)7), (Length - 1, (byte)255) })
            {
                stream.Position = offset;
                stream.WriteByte(value);
            }
        }

        Assert.Equal([$"{1 + 2 + 3 + 8} bits of {Length} bytes, in 97 pieces"], Sample.Run("parallel", path));
    }

    /// <summary>White space, because a hole's zeros are none.</summary>
    [NeedsFact(Needs.DiskSpace)]
    public void Parses_JSON_past_2_GiB()
    {
        string path = _directory.File();
        using (FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0))
        {
            byte[] spaces = new byte[8 << 20];
            Array.Fill(spaces, (byte)' ');
            stream.Write("[{\"amount\": 1,"u8);
            for (int i = 0; i < 270; i++)
            {
                stream.Write(spaces);
                if (i == 128)
                {
                    // Somewhere around the border of two pieces of a GiB.
                    stream.Write("\"amount\":"u8);
                    stream.Write(spaces);
                    stream.Write("20"u8);
                }
            }

            stream.Write("}, {\"amount\": 300, \"other\": {\"amount\": 4000}}]"u8);
        }

        Assert.InRange(new FileInfo(path).Length, (long)int.MaxValue + 1, long.MaxValue);
        Assert.Equal([$"4 amounts in {new FileInfo(path).Length} bytes, together 4321"], Sample.Run("json", path));
    }

    [Fact]
    public void Says_what_is_wrong_with_JSON()
    {
        ChildOutcome outcome = Sample.RunToEnd("json", _directory.FileOf("[1, x]"u8));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("BytePositionInLine: 4", outcome.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();
}
