using Ferrite.Benchmarks.Measuring;

namespace Ferrite.Benchmarks.Tests;

public sealed class SummaryTests
{
    [Fact]
    public void Tells_median_quartiles_and_extremes() =>
        Assert.Equal(new Summary(Least: 1, LowerQuartile: 2, Median: 3, UpperQuartile: 4, Most: 5), Summary.Of([5, 3, 1, 4, 2]));

    [Fact]
    public void Takes_the_middle_between_two() => Assert.Equal(2.5, Summary.Of([1, 2, 3, 4]).Median);

    [Fact]
    public void One_figure_is_all_of_them() => Assert.Equal(new Summary(7, 7, 7, 7, 7), Summary.Of([7]));

    [Fact]
    public void Of_nothing_there_is_no_summary() => Assert.Throws<ArgumentException>(static () => Summary.Of([]));
}
