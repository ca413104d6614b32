namespace Ferrite.Mapping.Tests.Model;

internal sealed record WhileHeld(Operation Operation) : ViewStep
{
    internal override void Run(Subject subject, AnyView view, ModelView model) => subject.Run([Operation]);

    internal override IEnumerable<ViewStep> Shrink() => Operation.Shrink().Select(static simpler => new WhileHeld(simpler));

    public override string ToString() => Operation.ToString();
}

internal sealed record ViewRead(Scalar Kind, Place Start) : ViewStep
{
    internal override void Run(Subject subject, AnyView view, ModelView model)
    {
        long start = Resolve(Start, model);
        Refusal expected = model.Access(start, Kind.Size);
        Comparison.Same(expected, view.TryRead(Kind, start, out byte[]? bytes), "outcome");
        if (expected == Refusal.None && model.ShowsFile)
        {
            Comparison.SameBytes(model.Load(start, Kind.Size), bytes, "bytes read");
        }
    }

    internal override IEnumerable<ViewStep> Shrink() => Start.Shrink().Select(start => this with { Start = start });

    public override string ToString() => $"view.Read<{Kind}>({Start});";
}

/// <summary>Does nothing to a read-only view.</summary>
internal sealed record ViewWrite(Scalar Kind, Place Start, byte Seed) : ViewStep
{
    internal override void Run(Subject subject, AnyView view, ModelView model)
    {
        long start = Resolve(Start, model);
        // What a view that was cut still writes to, its bytes before the cut, is not said.
        if (!view.IsWritable || model.Trust() == Refusal.Fault)
        {
            return;
        }

        byte[] bytes = Pattern.Bytes(Seed, Kind.Size);
        Refusal expected = model.Access(start, Kind.Size);
        Comparison.Same(expected, view.TryWrite(Kind, start, bytes), "outcome");
        if (expected == Refusal.None && model.ShowsFile)
        {
            model.Store(start, bytes);
        }
    }

    internal override IEnumerable<ViewStep> Shrink() => Start.Shrink().Select(start => this with { Start = start });

    public override string ToString() => $"view.Write({Start}, new {Kind}(seed: {Seed}));";
}

/// <summary>Does nothing to a read-only view.</summary>
internal sealed record ViewFill(Place Start, Place Length, byte Seed) : ViewStep
{
    internal override void Run(Subject subject, AnyView view, ModelView model)
    {
        if (!view.IsWritable || model.Trust() == Refusal.Fault)
        {
            return;
        }

        int start = (int)Math.Clamp(Resolve(Start, model), 0, model.Length);
        int length = (int)Math.Clamp(Resolve(Length, model, start), 0, model.Length - start);
        byte[] bytes = Pattern.Bytes(Seed, length);
        bytes.CopyTo(view.WritableSpan[start..]);
        if (model.ShowsFile)
        {
            model.Store(start, bytes);
        }
    }

    public override string ToString() => $"view.Span.Slice({Start}, {Length}).Fill(seed: {Seed});";
}

/// <summary>A store that comes too late, behind the end of a file that was cut: it must not come back when the file grows.</summary>
internal sealed record ViewFillBehindEnd(byte Value) : ViewStep
{
    internal override void Run(Subject subject, AnyView view, ModelView model)
    {
        ModelDisk disk = subject.Model.Disk;
        long start = disk.Length - model.Offset;
        if (view.IsWritable && model.Trust() == Refusal.Fault && start >= 0 && start < model.Length)
        {
            view.WritableSpan[(int)start..].Fill(Value);
            disk.HasGarbage = true;
        }
    }

    public override string ToString() => $"view.Span[behind the file's end..].Fill({Value});";
}

internal sealed record ViewSlice(Place Start, Place Length) : ViewStep
{
    internal override void Run(Subject subject, AnyView view, ModelView model)
    {
        long start = Resolve(Start, model);
        long length = Resolve(Length, model, start);
        Refusal expected = model.Access(start, length);
        Comparison.Same(expected, view.TrySlice(start, length, out AnyView slice), "outcome");
        if (expected == Refusal.None)
        {
            ModelView part = model.Slice(start, length);
            Compare(slice, part);
            Comparison.Same(part.Trust(), slice.TryDispose(), "slice.Dispose()");
        }
    }

    internal override IEnumerable<ViewStep> Shrink() =>
        [.. Start.Shrink().Select(start => this with { Start = start }), .. Length.Shrink().Select(length => this with { Length = length })];

    public override string ToString() => $"view.Slice({Start}, {Length});";
}
