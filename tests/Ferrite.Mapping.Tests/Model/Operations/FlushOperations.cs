namespace Ferrite.Mapping.Tests.Model.Operations;

internal sealed record FlushAll(FlushLevel Level) : Operation
{
    internal override void Run(Subject subject) => Subject.Expect(subject.Model.Live(), () => subject.File.Flush(Level));

    public override string ToString() => $"file.Flush(FlushLevel.{Level});";
}

internal sealed record FlushRange(Place Offset, Place Length, FlushLevel Level) : Operation
{
    internal override void Run(Subject subject)
    {
        long offset = subject.Offset(Offset);
        long length = subject.Length(Length, offset);
        Subject.Expect(subject.Model.Access(offset, length), () => subject.File.Flush(offset, length, Level));
    }

    internal override IEnumerable<Operation> Shrink() =>
        [.. Offset.Shrink().Select(offset => this with { Offset = offset }), .. Length.Shrink().Select(length => this with { Length = length })];

    public override string ToString() => $"file.Flush({Offset}, {Length}, FlushLevel.{Level});";
}
