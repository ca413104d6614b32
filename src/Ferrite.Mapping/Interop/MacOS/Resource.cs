namespace Ferrite.Mapping.Interop.MacOS;

/// <summary>macOS's own values in &lt;sys/resource.h&gt;.</summary>
internal static class Resource
{
    internal const int RLIMIT_MEMLOCK = 6;
    internal const ulong RLIM_INFINITY = (1UL << 63) - 1;
}
