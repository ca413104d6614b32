namespace Ferrite.Mapping.Tests.Model.Operations;

internal sealed record Resize(Place Length) : Operation
{
    private const long Most = 16;

    internal override void Run(Subject subject)
    {
        long length = subject.Offset(Length);
        if (length > Most * MappedFile.PageSize && length < ModelFile.MostBytes)
        {
            length %= Most * MappedFile.PageSize;
        }

        Refusal expected = subject.Model.Resize(length);
        Subject.Expect(expected, () => subject.File.Resize(length));
    }

    internal override IEnumerable<Operation> Shrink() => Length.Shrink().Select(length => this with { Length = length });

    public override string ToString() => $"file.Resize({Length});";
}

internal sealed record Refresh : Operation
{
    internal override void Run(Subject subject)
    {
        Refusal expected = subject.Model.Refresh();
        Subject.Expect(expected, subject.File.Refresh);
    }

    public override string ToString() => "file.Refresh();";
}

internal sealed record Validate : Operation
{
    internal override void Run(Subject subject) => Subject.Expect(subject.Model.Live(), subject.File.Validate);

    public override string ToString() => "file.Validate();";
}

/// <summary>Somebody else appends: nothing of it shows before a refresh.</summary>
internal sealed record GrowOutside(int Bytes, byte Seed) : Operation
{
    internal override void Run(Subject subject)
    {
        // See mmap(2): what was stored behind the end may then come up, and nobody can help it.
        if (!subject.Model.Disk.HasGarbage)
        {
            byte[] bytes = Pattern.Bytes(Seed, Bytes);
            SharedFile.Append(subject.Path, bytes);
            long end = subject.Model.Disk.Length;
            subject.Model.Disk.Resize(end + Bytes);
            for (int i = 0; i < Bytes; i++)
            {
                subject.Model.Disk[end + i] = bytes[i];
            }
        }
    }

    internal override IEnumerable<Operation> Shrink() => Bytes > 1 ? [this with { Bytes = Bytes / 2 }] : [];

    public override string ToString() => $"File.AppendAllBytes(path, Pattern.Bytes({Seed}, {Bytes}));";
}

/// <summary>Somebody else writes: seen at once.</summary>
internal sealed record WriteOutside(Place Offset, int Bytes, byte Seed) : Operation
{
    internal override void Run(Subject subject)
    {
        ModelDisk disk = subject.Model.Disk;
        long offset = subject.Offset(Offset);
        if (offset < 0 || offset > disk.Length)
        {
            return;
        }

        byte[] bytes = Pattern.Bytes(Seed, Math.Min(Bytes, disk.Length - offset));
        using var handle = File.OpenHandle(subject.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(handle, bytes, offset);
        for (int i = 0; i < bytes.Length; i++)
        {
            disk[offset + i] = bytes[i];
        }
    }

    internal override IEnumerable<Operation> Shrink() => Offset.Shrink().Select(offset => this with { Offset = offset });

    public override string ToString() => $"RandomAccess.Write(outside, Pattern.Bytes({Seed}, {Bytes}), {Offset});";
}
