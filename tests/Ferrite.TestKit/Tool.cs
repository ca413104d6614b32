using System.ComponentModel;
using System.Diagnostics;

namespace Ferrite.TestKit;

/// <summary>A program of the system, run to its end.</summary>
public static class Tool
{
    /// <summary>Whether it is there and ends with 0.</summary>
    public static bool Runs(string program, params string[] arguments)
    {
        try
        {
            return Start(program, arguments).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>What it printed.</summary>
    /// <exception cref="IOException">It isn't there, or ended with another code than 0.</exception>
    public static string Run(string program, params string[] arguments)
    {
        try
        {
            (int code, string output) = Start(program, arguments);
            return code == 0
                ? output
                : throw new IOException($"{program} {string.Join(' ', arguments)} ended with {code}: {output}");
        }
        catch (Win32Exception e)
        {
            throw new IOException($"{program} could not be started: {e.Message}", e);
        }
    }

    private static (int ExitCode, string Output) Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        output += errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
