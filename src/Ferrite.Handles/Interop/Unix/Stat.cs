namespace Ferrite.Handles.Interop.Unix;

/// <summary>What all Unixes agree on in &lt;sys/stat.h&gt; and &lt;dirent.h&gt;.</summary>
internal static class Stat
{
    internal const ushort S_IFMT = 0xF000;
    internal const ushort S_IFIFO = 0x1000;
    internal const ushort S_IFCHR = 0x2000;
    internal const ushort S_IFDIR = 0x4000;
    internal const ushort S_IFBLK = 0x6000;
    internal const ushort S_IFREG = 0x8000;
    internal const ushort S_IFLNK = 0xA000;
    internal const ushort S_IFSOCK = 0xC000;

    internal const byte DT_UNKNOWN = 0;
}
