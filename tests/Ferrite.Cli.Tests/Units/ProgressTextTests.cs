using Ferrite.Cli.Cache.Acting;

namespace Ferrite.Cli.Tests.Units;

public sealed class ProgressTextTests
{
    [Theory]
    [InlineData(0, 1L << 30, 1, null, "0%  0 bytes of 1.0 GiB  0 bytes/s")]
    [InlineData(1L << 29, 1L << 30, 2, null, "50%  512 MiB of 1.0 GiB  256 MiB/s  2 s left")]
    [InlineData(1L << 30, 1L << 30, 4, null, "100%  1.0 GiB of 1.0 GiB  256 MiB/s  0 s left")]
    [InlineData(1L << 20, 1L << 30, 1, null, "0%  1.0 MiB of 1.0 GiB  1.0 MiB/s  17 min 3 s left")]
    [InlineData(1L << 20, 1L << 34, 1, null, "0%  1.0 MiB of 16 GiB  1.0 MiB/s  4 h 33 min left")]
    // More was done than there was to do when it was measured.
    [InlineData(1L << 30, 1L << 29, 1, null, "100%  1.0 GiB of 1.0 GiB  1.0 GiB/s  0 s left")]
    [InlineData(1L << 29, 1L << 30, 2, 79, "████████████████░░░░░░░░░░░░░░░░  50%  512 MiB of 1.0 GiB  256 MiB/s  2 s left")]
    [InlineData(1L << 29, 1L << 30, 2, 40, " 50%  512 MiB of 1.0 GiB  256 MiB/s  2 s left")]
    public void It_tells_share_rate_and_time_left(long done, long total, int seconds, int? width, string expected) =>
        Assert.Equal(expected, ProgressText.Of(done, total, TimeSpan.FromSeconds(seconds), width, unicode: true));
}
