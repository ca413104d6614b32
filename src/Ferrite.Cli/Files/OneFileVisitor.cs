namespace Ferrite.Cli.Files;

/// <summary>Wants one file, and nothing of what became a directory since.</summary>
internal sealed class OneFileVisitor(OneFileVisitor.Found onFile, Action<PathBytes, string> onFailure) : ITreeVisitor
{
    private bool _isDirectory;

    /// <summary>The file is open during the call.</summary>
    internal delegate void Found(in FoundFile file);

    /// <summary>What is in a directory is not asked for.</summary>
    public bool IsStopped => _isDirectory;

    public void OnFile(in FoundFile file)
    {
        try
        {
            onFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            onFailure(file.Path, e.Message);
        }
    }

    public void OnDirectory() => _isDirectory = true;

    public void OnPassedOver(PassedOver reason)
    {
        // Only inside directories.
    }

    public void OnFailure(PathBytes path, string reason) => onFailure(path, reason);
}
