using System.Security.Cryptography;
using System.Text;

namespace Ferrite.Rfcs.Documents;

/// <summary>One process at a time writes a file: between a look at what it has and its renaming nobody else of ours comes.</summary>
internal sealed class WritersTurn : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Mutex _mutex;

    /// <exception cref="RfcException">Another process is at it, and stays.</exception>
    internal WritersTurn(string path)
    {
        string name = $"ferrite-rfc-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))}";
        _mutex = new Mutex(name, new NamedWaitHandleOptions { CurrentUserOnly = true, CurrentSessionOnly = false });
        if (!TryWait())
        {
            _mutex.Dispose();
            throw new RfcException($"{path} is being written by another process; nothing was written.");
        }
    }

    public void Dispose()
    {
        _mutex.ReleaseMutex();
        _mutex.Dispose();
    }

    private bool TryWait()
    {
        try
        {
            return _mutex.WaitOne(Patience);
        }
        catch (AbandonedMutexException)
        {
            // Its owner died. A file is renamed whole or not at all, so there is nothing to mend.
            return true;
        }
    }
}
