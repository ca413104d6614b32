namespace Ferrite.Mapping.Tests.Model;

/// <summary>Something done to a view that is held, or, meanwhile, to its file.</summary>
internal abstract record ViewStep
{
    internal abstract void Run(Subject subject, AnyView view, ModelView model);

    internal virtual IEnumerable<ViewStep> Shrink() => [];

    protected static long Resolve(Place place, ModelView model, long start = 0) => place.Resolve(model.Length, model.Region.Capacity, start);

    /// <summary>Everything that can be asked of a view at any time.</summary>
    internal static void Compare(AnyView view, ModelView model)
    {
        Refusal trust = model.Trust();
        Comparison.Same(model.Offset, view.Offset, "view.Offset");
        Comparison.Same(model.Length, view.Length, "view.Length");
        Comparison.Same(trust == Refusal.None, view.IsValid, "view.IsValid");
        Comparison.Same(trust, view.TryValidate(), "view.Validate()");
        ReadOnlySpan<byte> span = view.Span;
        if (model.ShowsFile)
        {
            Comparison.SameBytes(model.Load(0, model.Length), span, "view.Span");
        }
        else
        {
            // Not the file's any more, but still readable.
            _ = span.IndexOf((byte)0);
        }
    }
}
