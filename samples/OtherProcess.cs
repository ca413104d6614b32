using System.Diagnostics;

namespace Ferrite.Samples;

/// <summary>This program once more, in a process of its own.</summary>
internal static class OtherProcess
{
    internal static Process Start(params string[] arguments)
    {
        // Either the program's own executable, or dotnet with the assembly as its argument.
        string host = Environment.ProcessPath!;
        bool isDotnet = Path.GetFileNameWithoutExtension(host).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return Process.Start(host, isDotnet ? ["exec", typeof(OtherProcess).Assembly.Location, .. arguments] : arguments);
    }
}
