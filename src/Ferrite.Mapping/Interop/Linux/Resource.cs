namespace Ferrite.Mapping.Interop.Linux;

/// <summary>Linux's own values in &lt;sys/resource.h&gt;, as on x64, Arm64 and RISC-V.</summary>
internal static class Resource
{
    internal const int RLIMIT_MEMLOCK = 8;
    internal const ulong RLIM_INFINITY = ulong.MaxValue;
}
