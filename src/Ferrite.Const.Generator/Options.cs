using System.Globalization;
using Ferrite.Const.Generator.Evaluation;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Const.Generator;

/// <summary>The limits that a project sets.</summary>
internal static class Options
{
    public const string Steps = "FerriteConstSteps";
    public const string Depth = "FerriteConstDepth";
    public const string Bytes = "FerriteConstBytes";

    public static Limits Read(AnalyzerConfigOptionsProvider options) => new(
        Read(options, Steps, Limits.Default.Steps, long.MaxValue / 2),
        (int)Read(options, Depth, Limits.Default.Depth, 1_000_000),
        Read(options, Bytes, Limits.Default.Bytes, 8L << 30));

    private static long Read(AnalyzerConfigOptionsProvider options, string property, long otherwise, long most) =>
        options.GlobalOptions.TryGetValue("build_property." + property, out string? text)
        && long.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out long value) && value > 0 ? Math.Min(value, most) : otherwise;
}
