namespace Ferrite.TestKit;

/// <summary>What a test needs of the machine, tried out when tests are discovered.</summary>
[Flags]
public enum Needs
{
    None = 0,

    Linux = 1,

    Root = 2,

    /// <summary>strace(1), allowed to trace.</summary>
    Strace = 4,

    /// <summary>cc(1).</summary>
    CCompiler = 8,

    /// <summary>A tmpfs can be mounted.</summary>
    Mount = 16,

    /// <summary>An ext4 file system can be made in a file and mounted.</summary>
    LoopDevice = 32,

    /// <summary>vm.overcommit_memory can be set.</summary>
    OvercommitSetting = 64,

    /// <summary>The fault guard was built and could be loaded.</summary>
    FaultGuard = 128,

    /// <summary>Pages of temporary files can be dropped from the page cache: not on tmpfs, where they are all there is.</summary>
    Eviction = 256,

    /// <summary>fincore(1) of util-linux.</summary>
    Fincore = 512,

    /// <summary>vmtouch(8).</summary>
    Vmtouch = 1024,

    /// <summary>script(1), to run something on a terminal.</summary>
    Terminal = 2048,

    /// <summary>setpriv(1), to run something as somebody else; needs root as well.</summary>
    OtherUser = 4096,

    /// <summary>vm.nr_hugepages can be set and has some, and hugetlbfs can be mounted.</summary>
    HugePagePool = 8192,

    /// <summary>tmpfs can be mounted with transparent huge pages.</summary>
    HugeTmpfs = 16384,

    /// <summary>4 GiB free where temporary files are.</summary>
    DiskSpace = 32768,

    /// <summary>A control group with a limit of memory can be made.</summary>
    MemoryGroup = 65536,
}
