using Ferrite.Mapping;

namespace Ferrite.Windows.Smoke;

internal static class Disposing
{
    internal static void After_Dispose_every_member_says_so(string path)
    {
        var file = MappedFile.Create(path, 10_000);
        file.Dispose();
        file.Dispose();
        Action[] uses =
        [
            () => file.Read<int>(0), () => file.Write(0, 1), () => file.CopyTo(0, new byte[1]), () => file.Write(0, new byte[1]),
            () => file.Read(0, 1, span => span.Length), () => file.GetView().Dispose(), () => file.GetView(0, 1).Dispose(),
            () => file.GetWritableView().Dispose(), () => file.GetWritableView(0, 1).Dispose(), () => file.Chunks(1).GetEnumerator().Dispose(),
            () => file.Pages().GetEnumerator().Dispose(), () => file.WritableChunks(1).GetEnumerator().Dispose(), () => _ = file.ReadChunks(1).Any(),
            () => file.Flush(), () => file.Flush(0, 1), () => file.Resize(1), file.Refresh, file.Validate, () => _ = file.Length,
            () => _ = file.Capacity, () => _ = file.IsEmpty, () => file.Unmap(), () => Address(file),
        ];
        foreach (Action use in uses)
        {
            Check.Throws<ObjectDisposedException>(use);
        }

        Check.That(!file.IsFaulted);
        Check.Equal(MapMode.ReadWrite, file.Mode);
        Check.That(file.Path is not null);
    }

    internal static void Dispose_with_a_view_held_nothing_dangles(string path)
    {
        var file = MappedFile.Create(path, 10_000);
        file.Write(5000, 42);
        MappedView view = file.GetView();
        file.Dispose();
        Check.Equal(OperatingSystem.IsWindows() ? 42 : 0, BitConverter.ToInt32(view.Span[5000..]));
        Check.Equal(!OperatingSystem.IsWindows(), Check.CanBeCut(path));
        Viewing.ThrowsDisposed(view);
        Check.That(Check.CanBeCut(path));
    }

    internal static void Files_that_nobody_disposed_are_given_back_by_the_GC(string path)
    {
        File.WriteAllBytes(path, new byte[10_000]);
        for (int i = 0; i < 50; i++)
        {
            Drop(path);
        }

        for (int i = 0; i < 20 && !Check.CanBeCut(path); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    internal static void Opens_and_disposes_by_the_thousand(string path)
    {
        File.WriteAllBytes(path, new byte[10_000]);
        for (int i = 0; i < 20_000; i++)
        {
            using var file = MappedFile.Open(path);
            Check.Equal(0, file.Read<int>(9_996));
        }
    }

    private static unsafe void Address(MappedFile file) => _ = file.DangerousGetPointer();

    /// <summary>A file, a view and an enumeration, none of them disposed.</summary>
    private static void Drop(string path)
    {
        var file = MappedFile.Open(path);
        Check.Equal(0, file.GetView().Span[100]);
        Check.That(file.Chunks(100).GetEnumerator().MoveNext());
    }
}
