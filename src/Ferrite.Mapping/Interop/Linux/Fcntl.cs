namespace Ferrite.Mapping.Interop.Linux;

/// <summary>Linux's own values in &lt;fcntl.h&gt;, as on x64, Arm64 and RISC-V.</summary>
internal static class Fcntl
{
    internal const int O_NOCTTY = 0x100;
    internal const int O_NONBLOCK = 0x800;
    internal const int O_CLOEXEC = 0x80000;
}
