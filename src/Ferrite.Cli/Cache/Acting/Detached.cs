using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ferrite.Cli.Commands;
using Ferrite.Cli.Files;
using Ferrite.Cli.Interop.Linux;
using Ferrite.Cli.Output;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>
/// Goes on in the background. A process that runs threads can't be split in two, so the same command line is run again, in a session of its
/// own; the first one waits until it has done its work or failed at it, and passes on what it wrote.
/// </summary>
internal static class Detached
{
    /// <summary>
    /// Ends what the second process writes to either stream; on standard output, its exit code if it were to end now follows. Closing them
    /// would not do: the runtime keeps duplicates. No text holds it.
    /// </summary>
    private const char EndOfText = '\0';

    /// <summary>Whether this is the second process.</summary>
    internal static bool IsDetached => CommandLineBytes.Parent is not null;

    /// <summary>Starts it; returns its exit code, or what that would be.</summary>
    internal static int Start()
    {
        string[] command = [.. CommandLineBytes.ReadAll(Environment.ProcessId).Select(Encoding.UTF8.GetString)];
        var start = new ProcessStartInfo(Environment.ProcessPath!, command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.Latin1,
            StandardErrorEncoding = Encoding.Latin1,
        };
        start.Environment[CommandLineBytes.ParentVariable] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task errors = Task.Run(() => Pass(process.StandardError, LinuxOutputStream.Errors));
        Pass(process.StandardOutput, LinuxOutputStream.Output);
        int mark = process.StandardOutput.Read();
        errors.Wait();
        if (mark >= 0)
        {
            return mark - '0';
        }

        process.WaitForExit();
        return process.ExitCode == ExitCode.Ok ? ExitCode.Failed : process.ExitCode;
    }

    /// <summary>From here on the first process may end, and the terminal with it.</summary>
    internal static void Detach(int exitCode)
    {
        new LinuxOutputStream(LinuxOutputStream.Errors).Write([(byte)EndOfText]);
        new LinuxOutputStream(LinuxOutputStream.Output).Write([(byte)EndOfText, (byte)('0' + exitCode)]);
        _ = Libc.SetSid();
        // No file system is kept from being unmounted by a working directory.
        Directory.SetCurrentDirectory("/");
        using SafeFileHandle nowhere = File.OpenHandle("/dev/null", access: FileAccess.ReadWrite);
        for (int descriptor = 0; descriptor <= LinuxOutputStream.Errors; descriptor++)
        {
            _ = Libc.Dup2(nowhere, descriptor);
        }
    }

    /// <summary>Byte for byte, up to the end of the text.</summary>
    private static void Pass(StreamReader from, int descriptor)
    {
        var to = new LinuxOutputStream(descriptor);
        for (int symbol; (symbol = from.Read()) > EndOfText;)
        {
            to.Write([(byte)symbol]);
        }
    }
}
