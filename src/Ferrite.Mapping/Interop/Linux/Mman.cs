namespace Ferrite.Mapping.Interop.Linux;

/// <summary>Linux's own values in &lt;sys/mman.h&gt;, as on x64, Arm64 and RISC-V (asm-generic).</summary>
internal static class Mman
{
    internal const int MAP_ANONYMOUS = 0x20;
    internal const int MAP_NORESERVE = 0x4000;

    internal const int MS_ASYNC = 1;
    internal const int MS_SYNC = 4;

    internal const int MADV_HUGEPAGE = 14;
    internal const int MADV_NOHUGEPAGE = 15;
    internal const int MADV_COLD = 20;
    internal const int MADV_PAGEOUT = 21;
    internal const int MADV_POPULATE_READ = 22;
    internal const int MADV_POPULATE_WRITE = 23;

    internal const uint MLOCK_ONFAULT = 1;
}
