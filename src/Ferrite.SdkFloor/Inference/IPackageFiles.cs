namespace Ferrite.SdkFloor.Inference;

/// <summary>The files of a package, wherever they are.</summary>
internal interface IPackageFiles
{
    /// <summary>Paths inside the package, with '/'.</summary>
    IReadOnlyCollection<string> Paths { get; }

    /// <summary>A stream that can seek; to be disposed.</summary>
    Stream Open(string path);
}
