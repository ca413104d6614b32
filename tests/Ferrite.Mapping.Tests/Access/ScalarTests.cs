using System.Runtime.CompilerServices;
using Ferrite.Mapping.Tests.Model;
namespace Ferrite.Mapping.Tests.Access;

public sealed class ScalarTests : FileTests
{
    /// <summary>At every offset around the end, where the path that an access takes depends on its size.</summary>
    [Fact]
    public void Every_size_is_read_and_written_up_to_the_very_end()
    {
        byte[] content = Bytes.Of(MappedFile.PageSize * 2);
        using MappedFile file = MappedFile.Open(FileOf(content.Length), MapMode.ReadWrite);
        foreach (Scalar kind in Scalar.All)
        {
            long last = content.Length - kind.Size;
            for (long offset = Math.Max(0, last - 130); offset < content.Length + 2; offset++)
            {
                if (offset <= last)
                {
                    Assert.Equal(Bytes.Of(kind.Size, offset), kind.Read(file, offset));
                    kind.Write(file, offset, Pattern.Bytes(3, kind.Size));
                    Assert.Equal(Pattern.Bytes(3, kind.Size), file.Read(offset, kind.Size, static span => span.ToArray()));
                    kind.Write(file, offset, Bytes.Of(kind.Size, offset));
                }
                else
                {
                    Assert.Throws<ArgumentOutOfRangeException>(() => kind.Read(file, offset));
                    Assert.Throws<ArgumentOutOfRangeException>(() => kind.Write(file, offset, new byte[kind.Size]));
                }
            }
        }

        Assert.Equal(content, file.Read(0, content.Length, static span => span.ToArray()));
    }

    /// <summary>Also in the last 63 bytes, where the exact path makes the access.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(8192 - 8)]
    [InlineData(8192 - 64)]
    public void An_aligned_value_is_never_half_of_one_write_and_half_of_another(long offset)
    {
        using MappedFile file = MappedFile.Create(PathOf(), 8192);
        bool done = false;
        var writer = new Thread(() =>
        {
            for (long i = 0; i < 2_000_000; i++)
            {
                file.Write(offset, (i & 1) == 0 ? 0L : -1L);
            }

            Volatile.Write(ref done, true);
        });
        writer.Start();
        long reads = 0;
        while (!Volatile.Read(ref done))
        {
            long value = file.Read<long>(offset);
            Assert.True(value is 0 or -1, $"{value:x} after {reads} reads");
            reads++;
        }

        writer.Join();
    }

    [Fact]
    public void Bytes_are_in_the_order_of_the_machine()
    {
        using MappedFile file = MappedFile.Open(FileOf(8));
        byte[] expected = new byte[4];
        int value = file.Read<int>(1);

        Unsafe.WriteUnaligned(ref expected[0], value);

        Assert.Equal([2, 3, 4, 5], expected);
    }
}
