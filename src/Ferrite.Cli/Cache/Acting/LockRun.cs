using Ferrite.Cli.Output;
using Ferrite.Handles;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Cache.Acting;

/// <summary><c>ferrite cache lock</c>: brings pages in and keeps them there until a signal.</summary>
internal sealed class LockRun : WarmRun
{
    private const string WhatToDo =
        "To lock more: 'ulimit -l unlimited' in the shell that starts it, LimitMEMLOCK= in a systemd unit, CAP_IPC_LOCK, or less to lock (--range).";

    private readonly List<MappedFile> _locked = [];
    private bool _isRefused;

    private LockRun(ActionOptions options, Stream output, StopRequest stop)
        : base(options, Verb.Lock, output, stop)
    {
    }

    internal static new int Run(ActionOptions options)
    {
        if (options.Daemon && !Detached.IsDetached)
        {
            return Detached.Start();
        }

        using var stop = new StopRequest();
        using Stream output = StandardStreams.OpenOutput();
        // In the background there is nobody to read a sum: what counts is whom to end.
        var run = new LockRun(options, options.Daemon && !options.Json ? Stream.Null : output, stop);
        int exitCode = run.Run();
        try
        {
            if (run._locked.Count > 0 && !stop.IsRequested)
            {
                if (options.Daemon)
                {
                    output.Write(options.Json ? ""u8 : System.Text.Encoding.ASCII.GetBytes($"{Environment.ProcessId}\n"));
                    output.Flush();
                    Detached.Detach(exitCode);
                }
                else
                {
                    run.Errors!.WriteLine($"locked until a signal: Ctrl-C, or 'kill {Environment.ProcessId}'");
                }

                stop.Token.WaitHandle.WaitOne();
            }
        }
        finally
        {
            run._locked.ForEach(static file => file.Dispose());
        }

        return exitCode;
    }

    protected override void OnWarmed(WarmingFile file, PageResidency after)
    {
        using BorrowedHandle<SafeFileHandle> borrowed = file.Handle.Borrow();
        var mapped = MappedFile.FromHandle(borrowed.Duplicate());
        try
        {
            // It may have been cut since.
            long length = Math.Max(0, Math.Min(mapped.Length, file.Before.Offset + file.Before.Length) - file.Before.Offset);
            mapped.Lock(Math.Min(file.Before.Offset, mapped.Length), length);
            _locked.Add(mapped);
            Add(new FileAction(file.Path, file.Size, file.Before, PageResidency.Of(file.Handle, file.Before.Offset, file.Before.Length), length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            mapped.Dispose();
            OnFailure(file.Path, e.Message);
            _isRefused |= e.Message.Contains("RLIMIT_MEMLOCK", StringComparison.Ordinal);
        }
    }

    protected override void Work()
    {
        base.Work();
        if (_isRefused)
        {
            Errors!.WriteLine(WhatToDo);
        }
    }
}
