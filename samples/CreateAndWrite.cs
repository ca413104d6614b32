using System.Runtime.InteropServices;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// Creates a file, writes a header and values, lets it grow, makes it durable, and reads it back.
/// <c>dotnet run --project samples -- create /tmp/squares.bin</c>
/// </summary>
internal static class CreateAndWrite
{
    private const int Count = 100_000;

    internal static int Run(string path)
    {
        Write(path);

        using MappedFile file = MappedFile.Open(path);
        Header header = file.Read<Header>(0);
        long sum = 0;
        for (int i = 0; i < header.Count; i++)
        {
            sum += file.Read<long>(Header.Size + (i * sizeof(long)));
        }

        Console.WriteLine($"version {header.Version}: {header.Count} squares, their sum is {sum}");
        return 0;
    }

    private static void Write(string path)
    {
        // Address space for a GiB costs nothing, and growing below it moves nothing. Preallocated, a full disk is an exception here and
        // in Resize, never at a store.
        var options = new MappedFileOptions { Capacity = 1 << 30, Preallocate = true };
        using MappedFile file = MappedFile.Create(path, Header.Size, options);
        file.Resize(Header.Size + (Count * sizeof(long)));

        // Many values: through a view. It says when it ends whether everything has reached the file.
        using (WritableMappedView view = file.GetWritableView(Header.Size, Count * sizeof(long)))
        {
            Span<long> squares = MemoryMarshal.Cast<byte, long>(view.Span);
            for (int i = 0; i < squares.Length; i++)
            {
                squares[i] = (long)i * i;
            }
        }

        // One value: just so. The header last, and the values durable before it: whoever finds it after a crash finds them as well.
        file.Flush();
        file.Write(0, new Header(Version: 1, Count));
        file.Flush(0, Header.Size);
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Header(int Version, int Count)
    {
        internal const int Size = 8;
    }
}
