namespace Ferrite.Cli.Files;

/// <summary>What is the same for all names of one file: hard links, bind mounts, a path given twice.</summary>
internal readonly record struct FileIdentity(ulong Device, ulong Inode);
