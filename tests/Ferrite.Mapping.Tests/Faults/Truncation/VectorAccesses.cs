namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>Code that works on many bytes an instruction, over spans of a file of one byte value.</summary>
internal static class VectorAccesses
{
    internal static readonly Access[] All =
    [
        new("Fill", Writes: true, static (file, trial) =>
        {
            using WritableMappedView view = file.GetWritableView(trial.Offset, trial.Length);
            view.Span.Fill(Pattern.UniformByte);
        }),
        new("IndexOf", Writes: false, static (file, trial) => Look(file, trial, static (span, _) => span.IndexOf((byte)0) < 0)),
        new("IndexOfAnyExcept", Writes: false, static (file, trial) => Look(file, trial, static (span, _) => span.IndexOfAnyExcept(Pattern.UniformByte) < 0)),
        new("Count", Writes: false, static (file, trial) => Look(file, trial, static (span, _) => span.Count(Pattern.UniformByte) == span.Length)),
        new("SequenceEqual", Writes: false, static (file, trial) => Look(file, trial, static (span, right) => span.SequenceEqual(right))),
        new("CommonPrefixLength", Writes: false, static (file, trial) => Look(file, trial, static (span, right) => span.CommonPrefixLength(right) == span.Length)),
    ];

    private delegate bool Judge(ReadOnlySpan<byte> span, ReadOnlySpan<byte> right);

    private static void Look(MappedFile file, Trial trial, Judge isRight)
    {
        ReadOnlySpan<byte> right = trial.Pattern.Content.Slice((int)trial.Offset, trial.Length);
        using MappedView view = file.GetView(trial.Offset, trial.Length);
        trial.SawDifference = !isRight(view.Span, right);
        (trial.SawDifference ? view.Span : right).CopyTo(trial.Bytes);
    }
}
