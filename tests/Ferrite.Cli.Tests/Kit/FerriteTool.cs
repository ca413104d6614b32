using System.Diagnostics;
using System.Text;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Kit;

/// <summary>The built tool, run as a child process.</summary>
internal static class FerriteTool
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    /// <summary>What starts the tool.</summary>
    internal static string[] Command { get; } =
        [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "ferrite.dll")];

    /// <summary>The same, where Ctrl-C is heard: a job in the background of a script, and all that it starts, ignore SIGINT.</summary>
    internal static string[] Interruptible { get; } = ["env", "--default-signal=INT", .. Command];

    /// <summary>The same, for a shell.</summary>
    internal static string ShellCommand { get; } = string.Join(' ', Command.Select(static word => $"'{word}'"));

    internal static ToolOutcome Stat(params string[] arguments) => Run(new ToolOptions(), ["cache", "stat", .. arguments]);

    internal static ToolOutcome Stat(ToolOptions options, params string[] arguments) => Run(options, ["cache", "stat", .. arguments]);

    internal static ToolOutcome Cache(params string[] arguments) => Run(new ToolOptions(), ["cache", .. arguments]);

    internal static ToolOutcome Run(params string[] arguments) => Run(new ToolOptions(), arguments);

    internal static ToolOutcome Run(ToolOptions options, params string[] arguments) =>
        RunCommand(options, [.. options.Wrapper, .. Command, .. arguments]);

    /// <summary>A script of the shell, in which <c>$FERRITE</c> is the tool.</summary>
    internal static ToolOutcome RunShell(string script, ToolOptions? options = null) =>
        RunCommand(options ?? new ToolOptions(), "bash", "-c", script.Replace("$FERRITE", ShellCommand, StringComparison.Ordinal));

    internal static Process Start(ToolOptions options, params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = options.Directory ?? "",
        };
        foreach ((string name, string value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Sends SIGINT and waits for the end.</summary>
    internal static ToolOutcome Interrupt(Process process)
    {
        Tool.Run("kill", "-INT", $"{process.Id}");
        return WaitFor(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    private static ToolOutcome RunCommand(ToolOptions options, params string[] command)
    {
        using Process process = Start(options, command);
        return WaitFor(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    internal static ToolOutcome WaitFor(Process process, Task<string> output, Task<string> errors)
    {
        if (!process.WaitForExit(Timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The tool took too long.");
        }

        return new ToolOutcome(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
