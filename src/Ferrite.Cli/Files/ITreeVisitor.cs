namespace Ferrite.Cli.Files;

/// <summary>Is told what a tree holds, in order. Paths are good during the call only.</summary>
internal interface ITreeVisitor
{
    /// <summary>Whether it wants nothing more.</summary>
    bool IsStopped { get; }

    void OnFile(in FoundFile file);

    void OnDirectory();

    void OnPassedOver(PassedOver reason);

    /// <summary>Something that could not be looked at; the rest goes on.</summary>
    void OnFailure(PathBytes path, string reason);
}
