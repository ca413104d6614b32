namespace Ferrite.Mapping.Tests.Model.Operations;

internal sealed record ReadScalar(Scalar Kind, Place Offset) : Operation
{
    internal override void Run(Subject subject)
    {
        long offset = subject.Offset(Offset);
        Refusal expected = subject.Model.Access(offset, Kind.Size);
        byte[]? bytes = expected == Refusal.None ? subject.Model.Current.Load(offset, Kind.Size) : null;
        Subject.Expect(expected, bytes, () => Kind.Read(subject.File, offset));
    }

    internal override IEnumerable<Operation> Shrink() => Offset.Shrink().Select(offset => this with { Offset = offset });

    public override string ToString() => $"file.Read<{Kind}>({Offset});";
}

internal sealed record WriteScalar(Scalar Kind, Place Offset, byte Seed) : Operation
{
    internal override void Run(Subject subject)
    {
        long offset = subject.Offset(Offset);
        byte[] bytes = Pattern.Bytes(Seed, Kind.Size);
        Refusal expected = subject.Model.Access(offset, Kind.Size, write: true);
        Subject.Expect(expected, () => Kind.Write(subject.File, offset, bytes));
        if (expected == Refusal.None)
        {
            subject.Model.Current.Store(offset, bytes);
        }
    }

    internal override IEnumerable<Operation> Shrink() => Offset.Shrink().Select(offset => this with { Offset = offset });

    public override string ToString() => $"file.Write({Offset}, new {Kind}(seed: {Seed}));";
}

internal sealed record CopyOut(Place Offset, Place Length) : Operation
{
    internal override void Run(Subject subject)
    {
        long offset = subject.Offset(Offset);
        byte[] destination = new byte[subject.SpanLength(Length, offset)];
        Refusal expected = subject.Model.Access(offset, destination.Length);
        byte[]? bytes = expected == Refusal.None ? subject.Model.Current.Load(offset, destination.Length) : null;
        Subject.Expect(expected, bytes, () =>
        {
            subject.File.CopyTo(offset, destination);
            return destination;
        });
    }

    internal override IEnumerable<Operation> Shrink() =>
        [.. Offset.Shrink().Select(offset => this with { Offset = offset }), .. Length.Shrink().Select(length => this with { Length = length })];

    public override string ToString() => $"file.CopyTo({Offset}, new byte[{Length}]);";
}

internal sealed record CopyIn(Place Offset, Place Length, byte Seed) : Operation
{
    internal override void Run(Subject subject)
    {
        long offset = subject.Offset(Offset);
        byte[] source = Pattern.Bytes(Seed, subject.SpanLength(Length, offset));
        Refusal expected = subject.Model.Access(offset, source.Length, write: true);
        Subject.Expect(expected, () => subject.File.Write(offset, source));
        if (expected == Refusal.None)
        {
            subject.Model.Current.Store(offset, source);
        }
    }

    internal override IEnumerable<Operation> Shrink() =>
        [.. Offset.Shrink().Select(offset => this with { Offset = offset }), .. Length.Shrink().Select(length => this with { Length = length })];

    public override string ToString() => $"file.Write({Offset}, Pattern.Bytes({Seed}, {Length}));";
}
