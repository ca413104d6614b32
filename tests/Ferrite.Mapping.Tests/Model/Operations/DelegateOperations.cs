namespace Ferrite.Mapping.Tests.Model.Operations;

/// <summary>The delegate does other things to the file meanwhile, and may throw at its end.</summary>
internal sealed record ReadByDelegate(Place Offset, Place Length, bool Throws, bool WithState, IReadOnlyList<Operation> Meanwhile) : Operation
{
    internal override IReadOnlyList<Operation> Inner => Meanwhile;

    internal override void Run(Subject subject)
    {
        long offset = subject.Offset(Offset);
        int length = (int)Math.Clamp(subject.Length(Length, offset), -1, 16 * 1024);
        ModelRegion region = subject.Model.Current;
        Refusal refusal = subject.Model.Access(offset, length);
        Refusal? actual = null;
        byte[]? bytes = null;
        try
        {
            bytes = WithState
                ? subject.File.Read(offset, length, (Operation: this, Subject: subject), static (span, state) => state.Operation.Body(span, state.Subject))
                : subject.File.Read(offset, length, span => Body(span, subject));
        }
        catch (Exception e) when (e is not ModelMismatchException)
        {
            actual = Refusals.Of(e);
            bool wraps = e is MappedFileFaultException { InnerException: CallersException };
            Comparison.Same(actual == Refusal.Fault && Throws, wraps, "wraps the caller's exception");
        }

        Refusal trust = refusal == Refusal.None ? region.Trust(offset, length) : refusal;
        Refusal expected = trust == Refusal.None && Throws ? Refusal.Callers : trust;
        Comparison.Same(expected, actual ?? Refusal.None, "outcome");
        if (expected == Refusal.None)
        {
            Comparison.SameBytes(region.Load(offset, length), bytes, "bytes seen");
        }
    }

    private byte[] Body(ReadOnlySpan<byte> span, Subject subject)
    {
        ModelRegion region = subject.Model.Current;
        region.Hold();
        subject.Run(Meanwhile);
        region.LetGo();
        return Throws ? throw new CallersException() : span.ToArray();
    }

    internal override IEnumerable<Operation> Shrink() =>
    [
        .. ShrinkList(Meanwhile).Select(meanwhile => this with { Meanwhile = meanwhile }),
        .. Offset.Shrink().Select(offset => this with { Offset = offset }),
        .. Length.Shrink().Select(length => this with { Length = length }),
    ];

    public override string ToString() =>
        Block($"file.Read({Offset}, {Length}, {(WithState ? "state, (span, state)" : "span")} =>", Throws ? [.. Meanwhile, "throw new CallersException();"] : Meanwhile);
}
