using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache;

/// <summary>The files counted so far, a set of inodes per device: a third smaller than one set of both, and there may be millions.</summary>
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
