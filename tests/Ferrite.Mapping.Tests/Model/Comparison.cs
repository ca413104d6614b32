namespace Ferrite.Mapping.Tests.Model;

/// <summary>Compares, and says what differs.</summary>
internal static class Comparison
{
    internal static void Same<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ModelMismatchException($"{what}: expected {expected}, got {actual}");
        }
    }

    internal static void SameBytes(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, string what)
    {
        Same(expected.Length, actual.Length, $"length of {what}");
        int same = expected.CommonPrefixLength(actual);
        if (same < expected.Length)
        {
            throw new ModelMismatchException($"{what}: at {same} of {expected.Length} expected {expected[same]}, got {actual[same]}");
        }
    }

    /// <summary>What can be asked at any time.</summary>
    internal static void Everything(Subject subject)
    {
        (MappedFile file, ModelFile model) = (subject.File, subject.Model);
        SameBytes(model.Disk.Bytes, SharedFile.ReadAllBytes(subject.Path), "bytes on disk");
        Same(model.Mode, file.Mode, "Mode");
        Same(model.Path, file.Path, "Path");
        Same(expected: false, file.IsFaulted, "IsFaulted");
        Subject.Expect(model.Live(), () =>
        {
            Same(model.Length, file.Length, "Length");
            Same(model.Capacity, file.Capacity, "Capacity");
            Same(model.Length == 0, file.IsEmpty, "IsEmpty");
            byte[] bytes = new byte[file.Length];
            file.CopyTo(0, bytes);
            SameBytes(model.Current.Load(0, model.Length), bytes, "bytes mapped");
        });
    }
}
