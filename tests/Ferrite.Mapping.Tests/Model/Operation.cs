namespace Ferrite.Mapping.Tests.Model;

/// <summary>One thing done to the file and to the model. Prints as the call it makes.</summary>
internal abstract record Operation
{
    /// <summary>What is done meanwhile: while a view is held, between two chunks, inside a delegate.</summary>
    internal virtual IReadOnlyList<Operation> Inner => [];

    internal abstract void Run(Subject subject);

    /// <summary>Simpler ones that may fail likewise.</summary>
    internal virtual IEnumerable<Operation> Shrink() => [];

    /// <summary>All lists that are simpler: without a part, with an operation replaced by what it holds, with one simpler operation.</summary>
    internal static IEnumerable<Operation[]> ShrinkList(IReadOnlyList<Operation> operations)
    {
        for (int size = operations.Count; size > 0; size /= 2)
        {
            for (int start = 0; start + size <= operations.Count; start += size)
            {
                yield return [.. operations.Take(start), .. operations.Skip(start + size)];
            }
        }

        for (int i = 0; i < operations.Count; i++)
        {
            Operation[] before = [.. operations.Take(i)], after = [.. operations.Skip(i + 1)];
            if (operations[i].Inner is { Count: > 0 } inner)
            {
                yield return [.. before, .. inner, .. after];
            }

            foreach (Operation simpler in operations[i].Shrink())
            {
                yield return [.. before, simpler, .. after];
            }
        }
    }

    protected static string Block(string header, IEnumerable<object> lines)
    {
        string body = string.Concat(lines.Select(line => line + "\n")).Replace("\n", "\n    ", StringComparison.Ordinal).TrimEnd();
        return body.Length == 0 ? $"{header} {{ }}" : $"{header}\n{{\n    {body}\n}}";
    }
}
