using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Model;

/// <summary>A real file, and the model beside it. Whatever is done to both is compared.</summary>
internal sealed class Subject : IDisposable
{
    private ModelMismatchException? _mismatch;

    internal Subject(string path, byte[] content, MapMode mode, long capacity)
    {
        Path = path;
        System.IO.File.WriteAllBytes(path, content);
        Open(new ModelDisk(content), mode, capacity);
    }

    internal string Path { get; }

    internal MappedFile File { get; private set; }

    /// <summary>Whether the handle allows no writing: it is passed on as it was opened.</summary>
    internal bool IsReadOnlyHandle { get; private set; }

    internal ModelFile Model { get; private set; }

    [MemberNotNull(nameof(File), nameof(Model))]
    internal void Open(ModelDisk disk, MapMode mode, long capacity)
    {
        File?.Dispose();
        Model?.Dispose();
        IsReadOnlyHandle = mode != MapMode.ReadWrite;
        File = MappedFile.Open(Path, new MappedFileOptions { Mode = mode, Capacity = capacity });
        Model = new ModelFile(disk, mode, capacity, Path);
    }

    internal void Adopt(SafeFileHandle handle, MapMode mode, long capacity)
    {
        File = MappedFile.FromHandle(handle, new MappedFileOptions { Mode = mode, Capacity = capacity });
        Model = new ModelFile(Model.Disk, mode, capacity, path: null);
    }

    internal long Offset(Place place) => place.Resolve(Model.Length, Model.Capacity);

    internal long Length(Place place, long offset) => place.Resolve(Model.Length, Model.Capacity, offset);

    /// <summary>For what is handed in as a span: a length that can be one.</summary>
    internal int SpanLength(Place place, long offset) => (int)Math.Clamp(Length(place, offset), 0, 16 * 1024);

    /// <summary>Also inside a delegate, where the file may wrap an exception: the first mismatch is kept.</summary>
    internal void Run(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
        {
            try
            {
                operation.Run(this);
                Comparison.Everything(this);
            }
            catch (Exception e)
            {
                _mismatch ??= e as ModelMismatchException ?? new ModelMismatchException("Failed in the test's own code.", e);
                throw new ModelMismatchException($"{_mismatch.Message}\nat: {operation}", _mismatch);
            }

            if (_mismatch is not null)
            {
                throw _mismatch;
            }
        }
    }

    internal static void Expect(Refusal expected, Action action)
    {
        Refusal actual = Refusal.None;
        try
        {
            action();
        }
        catch (Exception e) when (e is not ModelMismatchException)
        {
            actual = Refusals.Of(e);
        }

        Comparison.Same(expected, actual, "outcome");
    }

    internal static void Expect(Refusal expected, byte[]? bytes, Func<byte[]> action) => Expect(expected, () =>
    {
        byte[] actual = action();
        Comparison.SameBytes(bytes, actual, "bytes read");
    });

    public void Dispose()
    {
        File.Dispose();
        System.IO.File.Delete(Path);
    }
}
