using Ferrite.TestKit;

namespace Ferrite.Samples.Tests;

/// <summary>Samples of what the compiler computes.</summary>
public sealed class ConstSampleTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Fact]
    public void Computes_a_checksum_by_a_table_of_the_compiler() =>
        Assert.Equal(["cbf43926  123456789", "00000000  "], Sample.Run("crc", "123456789", ""));

    [Fact]
    public void Tells_keywords_by_a_perfect_hash() => Assert.Equal(
        ["if: branch", "while: loop", "goto: jump", "iff: no keyword", ": no keyword"],
        Sample.Run("keywords", "if", "while", "goto", "iff", ""));

    [Fact]
    public void Maps_a_header_at_computed_offsets()
    {
        string path = _directory.File();

        Assert.Equal(["magic at 0, name at 4, count at 32, header of 40, data at 512, file of 4096", "54525246 3 42"], Sample.Run("header", path));

        Assert.Equal("FRRT"u8, File.ReadAllBytes(path).AsSpan(0, 4));
    }

    public void Dispose() => _directory.Dispose();
}
