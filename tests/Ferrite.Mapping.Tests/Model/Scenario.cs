namespace Ferrite.Mapping.Tests.Model;

/// <summary>A file, how it is opened, and what is done to it. Prints as the program that it is.</summary>
internal sealed record Scenario(bool IsInMemory, int Bytes, MapMode Mode, long Capacity, IReadOnlyList<Operation> Operations)
{
    internal void Run(string path)
    {
        using var subject = new Subject(path, Pattern.Bytes(seed: 0, Bytes), Mode, Capacity);
        Comparison.Everything(subject);
        subject.Run(Operations);
    }

    internal IEnumerable<Scenario> Shrink()
    {
        foreach (Operation[] operations in Operation.ShrinkList(Operations))
        {
            yield return this with { Operations = operations };
        }

        foreach (int bytes in new[] { 0, 1, Bytes / 2, Bytes - 1 }.Distinct().Where(bytes => bytes >= 0 && bytes < Bytes))
        {
            yield return this with { Bytes = bytes };
        }

        if (Capacity > 0)
        {
            yield return this with { Capacity = 0 };
        }
    }

    public override string ToString() =>
        $"\nstring path = on {(IsInMemory ? "tmpfs" : "disk")};\nFile.WriteAllBytes(path, Pattern.Bytes(0, {Bytes}));\n"
        + $"var file = MappedFile.Open(path, new() {{ Mode = MapMode.{Mode}, Capacity = {Capacity} }});\n"
        + string.Join('\n', Operations);
}
