using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Model.Operations;

internal sealed record Dispose : Operation
{
    internal override void Run(Subject subject)
    {
        subject.Model.Dispose();
        subject.File.Dispose();
    }

    public override string ToString() => "file.Dispose();";
}

internal sealed record Reopen(MapMode Mode, Place Capacity) : Operation
{
    internal override void Run(Subject subject)
    {
        long capacity = Math.Clamp(subject.Offset(Capacity), 0, 64 * 1024);
        subject.Open(subject.Model.Disk, Mode, capacity);
    }

    internal override IEnumerable<Operation> Shrink() => Capacity.Shrink().Select(capacity => this with { Capacity = capacity });

    public override string ToString() => $"file.Dispose(); file = Open(path, new() {{ Mode = {Mode}, Capacity = {Capacity} }});";
}

/// <summary>The handle goes out and in again; where the mode needs more than it was opened with, the caller keeps it.</summary>
internal sealed record PassOn(MapMode Mode) : Operation
{
    internal override void Run(Subject subject)
    {
        ModelFile model = subject.Model;
        Refusal expected = model.Live();
        SafeFileHandle? handle = null;
        Subject.Expect(expected, () => handle = subject.File.Unmap());
        if (handle is null)
        {
            return;
        }

        model.Dispose();
        MappedFile unmapped = subject.File;
        MapMode mode = Mode;
        if (subject.IsReadOnlyHandle && mode == MapMode.ReadWrite)
        {
            // Windows has nothing to map of an empty file, so nothing is refused either.
            if (!OperatingSystem.IsWindows() || model.Disk.Length > 0)
            {
                Subject.Expect(Refusal.Unauthorized, () => subject.Adopt(handle, mode, capacity: 0));
            }

            mode = model.Mode;
        }

        subject.Adopt(handle, mode, capacity: 0);
        unmapped.Dispose();
        Comparison.Same(expected: false, handle.IsClosed, "whether the file that was unmapped closes the handle");
    }

    public override string ToString() => $"file = FromHandle(file.Unmap(), new() {{ Mode = {Mode} }});";
}

internal sealed record ReadByPointer(Place Offset) : Operation
{
    internal override void Run(Subject subject)
    {
        long offset = subject.Offset(Offset);
        Refusal expected = subject.Model.Live();
        bool isInside = ModelFile.IsInside(offset, 1, subject.Model.Length);
        byte[]? bytes = expected == Refusal.None && isInside ? subject.Model.Current.Load(offset, 1) : [];
        Subject.Expect(expected, bytes, () => isInside ? [Load(subject.File, offset)] : Nothing(subject.File));
    }

    private static unsafe byte[] Nothing(MappedFile file)
    {
        _ = file.DangerousGetPointer();
        return [];
    }

    private static unsafe byte Load(MappedFile file, long offset)
    {
        // SAFETY: the offset was found to be inside the file; the file is held by its subject, and nobody else uses it.
        byte value = file.DangerousGetPointer()[offset];
        GC.KeepAlive(file);
        return value;
    }

    internal override IEnumerable<Operation> Shrink() => Offset.Shrink().Select(offset => this with { Offset = offset });

    public override string ToString() => $"file.DangerousGetPointer()[{Offset}];";
}
