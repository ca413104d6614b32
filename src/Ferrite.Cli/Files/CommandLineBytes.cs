using System.Globalization;
using System.Text;

namespace Ferrite.Cli.Files;

/// <summary>
/// The bytes of arguments. The runtime hands them out as strings, with U+FFFD for what is no UTF-8; what they were before, the kernel
/// still knows. See proc_pid_cmdline(5).
/// </summary>
internal static class CommandLineBytes
{
    /// <summary>Set where a process was started by another one that had the same arguments, and knows their bytes: its number.</summary>
    internal const string ParentVariable = "FERRITE_DETACHED_FROM";

    internal static int? Parent { get; } = int.TryParse(Environment.GetEnvironmentVariable(ParentVariable), CultureInfo.InvariantCulture, out int id) ? id : null;

    internal static IEnumerable<byte[]> Of(IEnumerable<string> arguments)
    {
        List<byte[]>? originals = null;
        foreach (string argument in arguments)
        {
            byte[]? original = null;
            if (argument.Contains('\uFFFD', StringComparison.Ordinal))
            {
                originals ??= ReadAll(Parent ?? Environment.ProcessId);
                int index = originals.FindIndex(bytes => Encoding.UTF8.GetString(bytes).Equals(argument, StringComparison.Ordinal));
                if (index >= 0)
                {
                    original = originals[index];
                    // The next argument that reads the same is the next one on the command line.
                    originals.RemoveAt(index);
                }
            }

            yield return original ?? Encoding.UTF8.GetBytes(argument);
        }
    }

    internal static List<byte[]> ReadAll(int process)
    {
        List<byte[]> arguments = [];
        ReadOnlySpan<byte> rest = File.ReadAllBytes($"/proc/{process}/cmdline");
        for (int end; (end = rest.IndexOf((byte)0)) >= 0; rest = rest[(end + 1)..])
        {
            arguments.Add(rest[..end].ToArray());
        }

        return arguments;
    }
}
