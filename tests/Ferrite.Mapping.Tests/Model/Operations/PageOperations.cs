namespace Ferrite.Mapping.Tests.Model.Operations;

/// <summary>Advice, and what else is about pages: no byte changes, whatever is done to the file before and after.</summary>
internal sealed record AdviseRange(Place Offset, Place Length, MemoryAdvice Advice) : Operation
{
    internal override void Run(Subject subject)
    {
        long offset = subject.Offset(Offset);
        long length = subject.Length(Length, offset);
        ModelFile model = subject.Model;
        Refusal expected = model.Live() == Refusal.None && Advice == MemoryAdvice.DontNeed && model.Mode == MapMode.CopyOnWrite
            ? Refusal.NotSupported
            : model.Access(offset, length, Advice == MemoryAdvice.PopulateWrite);

        Subject.Expect(expected, () => subject.File.Advise(offset, length, Advice));

        if (expected == Refusal.None && Advice == MemoryAdvice.PopulateWrite && model.Mode == MapMode.CopyOnWrite && length > 0)
        {
            MakePrivate(model.Current, offset, length);
        }
    }

    /// <summary>As a store to each page would.</summary>
    private static void MakePrivate(ModelRegion region, long offset, long length)
    {
        for (long at = offset - (offset % MappedFile.PageSize); at < offset + length; at += MappedFile.PageSize)
        {
            region.Store(at, region.Load(at, 1));
        }
    }

    internal override IEnumerable<Operation> Shrink() =>
        [.. Offset.Shrink().Select(offset => this with { Offset = offset }), .. Length.Shrink().Select(length => this with { Length = length })];

    public override string ToString() => $"file.Advise({Offset}, {Length}, MemoryAdvice.{Advice});";
}

internal enum PageCall
{
    Prefetch,
    Touch,
    Evict,
    Lock,
    Unlock,
    LockAll,
    UnlockAll,
}

internal sealed record CallPages(PageCall Call, Place Offset, Place Length) : Operation
{
    internal override void Run(Subject subject)
    {
        // There the limit may be a few pages.
        if (OperatingSystem.IsWindows() && Call is PageCall.Lock or PageCall.LockAll)
        {
            return;
        }

        long offset = subject.Offset(Offset);
        long length = subject.Length(Length, offset);
        ModelFile model = subject.Model;
        Refusal expected = model.Live() == Refusal.None && Call == PageCall.Evict && model.Mode == MapMode.CopyOnWrite ? Refusal.NotSupported
            : Call is PageCall.LockAll or PageCall.UnlockAll ? model.Live()
            : model.Access(offset, length);

        Subject.Expect(expected, () => Do(subject.File, offset, length));
    }

    internal override IEnumerable<Operation> Shrink() =>
        [.. Offset.Shrink().Select(offset => this with { Offset = offset }), .. Length.Shrink().Select(length => this with { Length = length })];

    public override string ToString() =>
        Call is PageCall.LockAll or PageCall.UnlockAll ? $"file.{Call}();" : $"file.{Call}({Offset}, {Length});";

    private void Do(MappedFile file, long offset, long length)
    {
        switch (Call)
        {
            case PageCall.Prefetch:
                file.Prefetch(offset, length);
                break;
            case PageCall.Touch:
                file.Touch(offset, length);
                break;
            case PageCall.Evict:
                file.Evict(offset, length);
                break;
            case PageCall.Lock:
                file.Lock(offset, length);
                break;
            case PageCall.Unlock:
                file.Unlock(offset, length);
                break;
            case PageCall.LockAll:
                file.LockAll();
                break;
            default:
                file.UnlockAll();
                break;
        }
    }
}
