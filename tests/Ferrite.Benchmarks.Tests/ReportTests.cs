using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Measuring;
using Ferrite.Benchmarks.Reports;

namespace Ferrite.Benchmarks.Tests;

public sealed class ReportTests
{
    [Theory]
    [InlineData(1.9, true)]
    [InlineData(2.1, false)]
    public void An_aim_is_met_up_to_its_bound(double ferrite, bool met)
    {
        CaseResult result = Results.Of(CaseList.ReadSequential, (Peer.RawPointer, 1), (Peer.Ferrite, ferrite), (Peer.Accessor, 100));

        Aim aim = new Aims([result]).All().First();

        Assert.Equal(met, aim.Met);
        Assert.Contains(Format.Ratio(ferrite), aim.Measured, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_byte_allocated_is_seen()
    {
        CaseResult result = Results.Of(CaseList.View, (Peer.RawPointer, 1, 0), (Peer.Ferrite, 1, 0.001));

        Aim aim = new Aims([result]).All().Last();

        Assert.False(aim.Met);
        Assert.Contains("allocation", aim.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Disturbed_calls_are_left_out_while_enough_remain()
    {
        Sample[] samples = [.. Enumerable.Repeat(new Sample(10, 10, 0, Preemptions: 0), 9), .. Enumerable.Repeat(new Sample(99, 99, 0, Preemptions: 1), 20)];

        Measurement measurement = Measurement.Of(Results.Named(Peer.Ferrite), operations: 10, samples);

        Assert.Equal(9, measurement.Calls);
        Assert.Equal(1, measurement.Nanoseconds.Most);
        Assert.False(measurement.IsDisturbed);
    }

    [Fact]
    public void Where_too_few_calls_were_undisturbed_all_count_and_the_reports_say_so()
    {
        Sample[] samples = [.. Enumerable.Repeat(new Sample(10, 10, 0, Preemptions: 0), 4), .. Enumerable.Repeat(new Sample(99, 99, 0, Preemptions: 1), 20)];

        Measurement measurement = Measurement.Of(Results.Named(Peer.Ferrite), operations: 10, samples);

        Assert.Equal(24, measurement.Calls);
        Assert.True(measurement.IsDisturbed);
        var result = new CaseResult(CaseList.All[0], 1, 1, TimeSpan.Zero, [measurement]);
        Assert.Contains("idle machine", new Aims([result with { Case = CaseList.All[1] }]).Caution, StringComparison.Ordinal);
        Assert.Null(new Aims([]).Caution);
    }

    [Fact]
    public void Figures_are_written_between_the_markers_and_nowhere_else()
    {
        string page = $"above\n{Page.Begin}\nold\n{Page.End}\nbelow\n";

        Assert.Equal($"above\n{Page.Begin}\nnew\n{Page.End}\nbelow\n", Page.Replace(page, "new\n"));
        Assert.Throws<InvalidDataException>(static () => Page.Replace("a page", "new"));
    }

    [Theory]
    [InlineData(0.304, "0.30 ns")]
    [InlineData(12.34, "12.3 ns")]
    [InlineData(1234, "1.23 µs")]
    [InlineData(2_500_000, "2.50 ms")]
    public void Times_have_three_digits_and_a_unit(double nanoseconds, string expected) => Assert.Equal(expected, Format.Time(nanoseconds));
}
