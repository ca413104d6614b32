namespace Ferrite.Mapping.Interop.MacOS;

/// <summary>macOS's own values in &lt;sys/mman.h&gt;.</summary>
internal static class Mman
{
    internal const int MAP_ANON = 0x1000;
    internal const int MAP_NORESERVE = 0x40;

    internal const int MS_ASYNC = 0x1;
    internal const int MS_SYNC = 0x10;
}
