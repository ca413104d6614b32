namespace Ferrite.Mapping.Tests.Model.Operations;

/// <summary>A view that is held while other things happen. <see cref="Offset"/> null: of the whole file.</summary>
internal sealed record HoldView(bool IsWritable, Place? Offset, Place Length, IReadOnlyList<ViewStep> Steps) : Operation
{
    internal override IReadOnlyList<Operation> Inner => [.. Steps.OfType<WhileHeld>().Select(static step => step.Operation)];

    internal override void Run(Subject subject)
    {
        long offset = Offset is { } place ? subject.Offset(place) : 0;
        long length = Offset is null ? subject.Model.Length : subject.Length(Length, offset);
        Refusal expected = subject.Model.Access(offset, length, IsWritable);
        var model = new ModelView(subject.Model.Current, offset, length);
        Comparison.Same(expected, TryGet(subject.File, offset, length, out AnyView view), "outcome");
        if (expected != Refusal.None)
        {
            return;
        }

        model.Region.Hold();
        ViewStep.Compare(view, model);
        foreach (ViewStep step in Steps)
        {
            step.Run(subject, view, model);
            ViewStep.Compare(view, model);
        }

        model.Region.LetGo();
        Comparison.Same(model.Trust(), view.TryDispose(), "view.Dispose()");
    }

    private Refusal TryGet(MappedFile file, long offset, long length, out AnyView view)
    {
        view = default;
        try
        {
            view = (IsWritable, Offset is null) switch
            {
                (true, true) => new AnyView(file.GetWritableView()),
                (true, false) => new AnyView(file.GetWritableView(offset, length)),
                (false, true) => new AnyView(file.GetView()),
                (false, false) => new AnyView(file.GetView(offset, length)),
            };
            return Refusal.None;
        }
        catch (Exception e)
        {
            return Refusals.Of(e);
        }
    }

    internal override IEnumerable<Operation> Shrink()
    {
        for (int i = 0; i < Steps.Count; i++)
        {
            ViewStep[] before = [.. Steps.Take(i)], after = [.. Steps.Skip(i + 1)];
            yield return this with { Steps = [.. before, .. after] };
            foreach (ViewStep simpler in Steps[i].Shrink())
            {
                yield return this with { Steps = [.. before, simpler, .. after] };
            }
        }

        if (Offset is { } place)
        {
            yield return this with { Offset = null };
            foreach (Place simpler in place.Shrink())
            {
                yield return this with { Offset = simpler };
            }

            foreach (Place simpler in Length.Shrink())
            {
                yield return this with { Length = simpler };
            }
        }
    }

    public override string ToString() =>
        Block($"using (var view = file.Get{(IsWritable ? "Writable" : "")}View({(Offset is null ? "" : $"{Offset}, {Length}")}))", Steps);
}
