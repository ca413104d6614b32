using System.Text;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// Parts of one file, handed to code that knows nothing of the rest: kept across growth, checked at each use.
/// <c>dotnet run --project samples -- segments /tmp/parts.bin</c>
/// </summary>
internal static class Segments
{
    private const int PartLength = 64;

    internal static int Run(string path)
    {
        using MappedFile file = MappedFile.Create(path, 0);
        List<MappedSegment> parts = [];
        foreach (string text in new[] { "first", "second", "third" })
        {
            // Growing moves the mapping, sooner or later; the segments made before don't mind: they hold offsets, not addresses.
            long offset = file.Length;
            file.Resize(offset + PartLength);
            MappedSegment part = file.GetSegment(offset, PartLength);
            Store(part, text);
            parts.Add(part);
        }

        foreach (MappedSegment part in parts)
        {
            Console.WriteLine($"{part.Offset}: {Load(part)}");
        }

        // A segment is a border: what lies outside is refused, though the file has it.
        try
        {
            parts[0].Read<int>(PartLength - 2);
        }
        catch (ArgumentOutOfRangeException)
        {
            Console.WriteLine("the first ends where it ends");
        }

        file.Resize(PartLength);
        Console.WriteLine($"in the file: {string.Join(", ", parts.Select(part => part.IsInFile))}");
        return 0;
    }

    private static void Store(MappedSegment part, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        part.Write(0, bytes.Length);
        part.Slice(sizeof(int), bytes.Length).Write(0, bytes);
    }

    private static string Load(MappedSegment part)
    {
        using MappedView view = part.Slice(sizeof(int), part.Read<int>(0)).GetView();
        return Encoding.UTF8.GetString(view.Span);
    }
}
