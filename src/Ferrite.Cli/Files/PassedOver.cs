namespace Ferrite.Cli.Files;

/// <summary>Why something inside a tree is not walked, which is no failure.</summary>
internal enum PassedOver
{
    /// <summary>Neither a file nor a directory nor a symbolic link.</summary>
    Special,

    /// <summary>On another file system than the path that was asked for, and only that one was.</summary>
    OtherFileSystem,

    /// <summary>A directory that was walked already: a symbolic link leads back, or two lead to the same.</summary>
    WalkedAlready,
}
