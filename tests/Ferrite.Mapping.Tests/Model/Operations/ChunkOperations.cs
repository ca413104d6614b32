namespace Ferrite.Mapping.Tests.Model.Operations;

/// <summary>An enumeration of chunks, with other things done to the file after the first.</summary>
internal sealed record EnumerateChunks(bool IsWritable, Place Size, byte Seed, IReadOnlyList<Operation> Meanwhile) : Operation
{
    internal override IReadOnlyList<Operation> Inner => Meanwhile;

    internal override void Run(Subject subject)
    {
        int size = (int)Math.Clamp(subject.Offset(Size), int.MinValue, int.MaxValue);
        ModelFile model = subject.Model;
        Refusal expected =
            size < 1 ? Refusal.OutOfRange
            : model.IsDisposed ? Refusal.Disposed
            : IsWritable && model.Mode == MapMode.ReadOnly ? Refusal.NotSupported
            : Refusal.None;
        if (expected != Refusal.None)
        {
            Subject.Expect(expected, () => Start(subject.File, size));
            return;
        }

        // Tiny pieces of a large file show no more than of a small one.
        size = Math.Max(size, (int)Math.Min(int.MaxValue, model.Length / 64));
        ModelRegion region = model.Current;
        var cursor = new ModelChunks(region, size);
        region.Hold();
        AnyChunks chunks = Start(subject.File, size);
        for (int i = 0; ; i++)
        {
            Comparison.Same(cursor.TryMoveNext(out bool more), chunks.TryMoveNext(out bool moved), "outcome of MoveNext()");
            Comparison.Same(more, moved, "MoveNext()");
            if (!more)
            {
                break;
            }

            Compare(chunks, cursor, (byte)(Seed + i));
            if (i == 0)
            {
                subject.Run(Meanwhile);
            }
        }

        region.LetGo();
        Comparison.Same(cursor.Trust(), chunks.TryDispose(), "outcome of Dispose()");
    }

    private void Compare(AnyChunks chunks, ModelChunks cursor, byte seed)
    {
        Comparison.Same(cursor.Length, chunks.Current.Length, "length of a chunk");
        if (cursor.Trust() != Refusal.None)
        {
            return;
        }

        Comparison.SameBytes(cursor.Load(), chunks.Current, "chunk");
        if (IsWritable)
        {
            byte[] bytes = Pattern.Bytes(seed, cursor.Length);
            bytes.CopyTo(chunks.WritableCurrent);
            cursor.Store(bytes);
        }
    }

    private AnyChunks Start(MappedFile file, int size) => IsWritable
        ? new AnyChunks(file.WritableChunks(size).GetEnumerator())
        : new AnyChunks((size == MappedFile.PageSize ? file.Pages() : file.Chunks(size)).GetEnumerator());

    internal override IEnumerable<Operation> Shrink() =>
    [
        .. ShrinkList(Meanwhile).Select(meanwhile => this with { Meanwhile = meanwhile }),
        .. Size.Shrink().Select(size => this with { Size = size }),
    ];

    public override string ToString() =>
        Block($"foreach (Span<byte> chunk in file.{(IsWritable ? "Writable" : "")}Chunks({Size})) // after the first:", Meanwhile);
}

internal sealed record CopyChunks(Place Size) : Operation
{
    internal override void Run(Subject subject)
    {
        int size = (int)Math.Clamp(subject.Offset(Size), int.MinValue, int.MaxValue);
        Refusal expected = size < 1 ? Refusal.OutOfRange : subject.Model.Live();
        ModelRegion region = subject.Model.Current;
        byte[]? bytes = expected == Refusal.None ? region.Load(0, region.Length) : null;
        Subject.Expect(expected, bytes, () =>
        {
            byte[][] chunks = [.. subject.File.ReadChunks(size)];
            Comparison.Same(expected: true, chunks.SkipLast(1).All(chunk => chunk.Length == size), "all chunks but the last are whole");
            return [.. chunks.SelectMany(static chunk => chunk)];
        });
    }

    internal override IEnumerable<Operation> Shrink() => Size.Shrink().Select(size => this with { Size = size });

    public override string ToString() => $"file.ReadChunks({Size}).ToArray();";
}
