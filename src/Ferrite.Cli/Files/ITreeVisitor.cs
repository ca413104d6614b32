namespace Ferrite.Cli.Files;

/// <summary>Is told what a tree holds, in order. Paths are good during the call only.</summary>
internal interface ITreeVisitor
{
    void OnFile(in FoundFile file);

    void OnDirectory();

    /// <summary>Something inside a directory that is neither a file nor a directory nor a symbolic link.</summary>
    void OnPassedOver();

    /// <summary>Something that could not be looked at; the rest goes on.</summary>
    void OnFailure(PathBytes path, string reason);
}
