using System.Text;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// Reads a file of any size, without a copy: counts its lines, shows the first.
/// <c>dotnet run --project samples -- read README.md</c>
/// </summary>
internal static class ReadFile
{
    internal static int Run(string path)
    {
        using MappedFile file = MappedFile.Open(path);
        try
        {
            long lines = 0;
            foreach (ReadOnlySpan<byte> chunk in file.Chunks(1 << 20))
            {
                // The file's own bytes: good until the loop goes on.
                lines += chunk.Count((byte)'\n');
            }

            Console.WriteLine($"{lines} lines in {file.Length} bytes");

            // A view, for as long as its using lasts, and a span of it.
            using MappedView start = file.GetView(0, Math.Min(file.Length, 1000));
            int end = start.Span.IndexOf((byte)'\n');
            Console.WriteLine(Encoding.UTF8.GetString(end < 0 ? start.Span : start.Span[..end]));

            // Single values, at any offset, in the machine's byte order.
            if (file.Length >= sizeof(int))
            {
                Console.WriteLine($"begins with 0x{file.Read<int>(0):x8}");
            }

            return 0;
        }
        catch (MappedFileFaultException e)
        {
            // Anybody may cut a file. Here that is an exception, thrown where the chunk or view ends that saw it, and not the end of the process.
            Console.Error.WriteLine($"{path} was cut while it was read: {e.Message}");
            return 1;
        }
    }
}
