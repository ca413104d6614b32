namespace Ferrite.Benchmarks.Measuring;

/// <summary>What is told of many figures.</summary>
internal sealed record Summary(double Least, double LowerQuartile, double Median, double UpperQuartile, double Most)
{
    /// <exception cref="ArgumentException">There are none.</exception>
    internal static Summary Of(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length == 0
            ? throw new ArgumentException("There is no figure.", nameof(figures))
            : new Summary(sorted[0], Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75), sorted[^1]);
    }

    /// <summary>Between two figures, in proportion.</summary>
    private static double Quantile(double[] sorted, double part)
    {
        double at = part * (sorted.Length - 1);
        int below = (int)at;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
