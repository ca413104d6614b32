using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache;

/// <summary>The files counted so far, maybe millions: a set of inodes for each device is a third smaller than one of both.</summary>
internal sealed class CountedFiles
{
    private readonly Dictionary<ulong, HashSet<ulong>> _inodes = [];

    /// <summary>False if the file was there already.</summary>
    internal bool Add(FileIdentity file)
    {
        if (!_inodes.TryGetValue(file.Device, out HashSet<ulong>? inodes))
        {
            _inodes.Add(file.Device, inodes = []);
        }

        return inodes.Add(file.Inode);
    }
}
