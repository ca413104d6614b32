using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Ferrite.TestKit;

/// <summary>
/// A scenario in a process of its own, which it may ruin: the test assembly is run again as a program (<see cref="Scenarios"/>). Parent
/// and child keep step by lines: <see cref="Send"/> writes to its standard input, <see cref="WaitFor"/> reads its standard output.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly ChildOptions _options;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly BlockingCollection<string> _lines = [];

    /// <summary>Its temporary files: one that dies does not tidy up.</summary>
    private readonly TempDirectory _temporary = new();

    private ChildProcess(ChildOptions options, string[] command)
    {
        _options = options;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = _temporary.Path;
        foreach ((string name, string value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        // A death that a test asks for needs no dump, and a test runner's own settings are not meant for it.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment.Remove("DOTNET_STARTUP_HOOKS");
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += OnOutput;
        _process.ErrorDataReceived += OnErrors;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Of the outermost process: the wrapper, where there is one.</summary>
    public int Id => _process.Id;

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs a scenario to its end.</summary>
    public static ChildOutcome Run(Action<string[]> scenario, params string[] arguments) => Run(new ChildOptions(), scenario, arguments);

    /// <summary>Runs a scenario to its end.</summary>
    public static ChildOutcome Run(ChildOptions options, Action<string[]> scenario, params string[] arguments)
    {
        using ChildProcess child = Start(options, scenario, arguments);
        return child.WaitForExit();
    }

    /// <summary>Starts a scenario.</summary>
    public static ChildProcess Start(Action<string[]> scenario, params string[] arguments) => Start(new ChildOptions(), scenario, arguments);

    /// <summary>Starts a scenario.</summary>
    public static ChildProcess Start(ChildOptions options, Action<string[]> scenario, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(scenario);
        string assembly = options.Assembly ?? scenario.Method.Module.Assembly.Location;
        return new ChildProcess(options, [.. options.Wrapper, Host, "exec", assembly, .. Scenarios.Name(scenario), .. arguments]);
    }

    /// <summary>Starts a program: an assembly with a <c>Main</c> of its own, not a scenario.</summary>
    public static ChildProcess StartProgram(ChildOptions options, string assembly, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ChildProcess(options, [.. options.Wrapper, Host, "exec", assembly, .. arguments]);
    }

    public void Send(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>The same, to a child that may be dead.</summary>
    public void TrySend(string line)
    {
        try
        {
            Send(line);
        }
        catch (IOException)
        {
            // It died, which its outcome will tell.
        }
    }

    /// <summary>Reads lines of its output up to one that starts so, and returns the rest of that one.</summary>
    /// <exception cref="InvalidOperationException">It ended before, or took too long.</exception>
    public string WaitFor(string start) =>
        TryWaitFor(start) ?? throw new InvalidOperationException($"The child process never said '{start}'. {WaitForExit()}");

    /// <summary>The same; null if it ended before, or took too long.</summary>
    public string? TryWaitFor(string start)
    {
        while (_lines.TryTake(out string? line, _options.Timeout))
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return line[start.Length..].Trim();
            }
        }

        return null;
    }

    /// <summary>Ends it by SIGKILL, in the middle of whatever it does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Closes its input and waits for its end; one that takes too long is killed, and says so in its errors.</summary>
    public ChildOutcome WaitForExit()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read all of it.
        }

        if (!_process.WaitForExit(_options.Timeout))
        {
            _process.Kill(entireProcessTree: true);
            lock (_errors)
            {
                _errors.AppendLine("(killed: it took too long)");
            }
        }

        _process.WaitForExit();
        lock (_output)
        {
            lock (_errors)
            {
                return new ChildOutcome(_process.ExitCode, _output.ToString(), _errors.ToString());
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        _lines.Dispose();
        _temporary.Dispose();
    }

    private void OnOutput(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is null)
        {
            _lines.CompleteAdding();
            return;
        }

        lock (_output)
        {
            _output.Append(e.Data).Append('\n');
        }

        _lines.Add(e.Data);
    }

    private void OnErrors(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is not null)
        {
            lock (_errors)
            {
                _errors.Append(e.Data).Append('\n');
            }
        }
    }
}
