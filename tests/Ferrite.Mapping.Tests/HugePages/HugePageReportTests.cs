using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping.Tests.HugePages;

public sealed class HugePageReportTests
{
    private static readonly string[] Fields = ["AnonHugePages:", "ShmemPmdMapped:", "FilePmdMapped:", "THPeligible:"];

    [Theory]
    [InlineData("AnonHugePages:      2048 kB")]
    [InlineData("ShmemPmdMapped:     2048 kB")]
    [InlineData("FilePmdMapped:     65536 kB")]
    [InlineData("THPeligible:           1")]
    public void Any_of_them_is_enough_where_it_is_said_of_these_addresses(string line)
    {
        string[] smaps = [.. Entry("1000-2000"), .. Entry("2000-9000", line), .. Entry("9000-a000")];

        Assert.True(HugePageReport.Claims(smaps, 0x8fff, 0x9000));
        Assert.True(HugePageReport.Claims(smaps, 0x1000, 0xa000));
        Assert.False(HugePageReport.Claims(smaps, 0x1000, 0x2000));
        Assert.False(HugePageReport.Claims(smaps, 0x9000, 0xa000));
        Assert.False(HugePageReport.Claims(smaps, 0xb000, 0xc000));
    }

    [Fact]
    public void What_is_neither_a_field_nor_an_entry_says_nothing()
    {
        string[] smaps = [.. Entry("1000-2000", "VmFlags: rd ex mr mw me", "Huge-Pages: 1", "", "a-b", "THPeligible 1", ": 1"), .. Entry("3000-4000")];

        Assert.False(HugePageReport.Claims(smaps, 0x1000, 0x2000));
        Assert.False(HugePageReport.Claims([], 0x1000, 0x2000));
    }

    /// <summary>With its fields at zero, but for those told.</summary>
    private static IEnumerable<string> Entry(string addresses, params string[] lines) =>
    [
        $"{addresses} rw-s 00000000 00:01 9031   /memfd:x-y (deleted)",
        .. Fields.Where(field => !lines.Any(line => line.StartsWith(field, StringComparison.Ordinal)))
            .Select(static field => field.StartsWith("THP", StringComparison.Ordinal) ? field + " 0" : field + "        0 kB"),
        .. lines,
    ];
}
