using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Resizing;

/// <summary>Past RLIMIT_FSIZE the kernel sends SIGXFSZ, which ends a process that does not ignore it.</summary>
public sealed class SizeLimitTests : FileTests
{
    private const long PastLimit = 8L << 30;

    [NeedsFact(Needs.Linux)]
    public void Past_the_limit_of_the_process_growing_is_refused_and_nobody_dies()
    {
        // As high as the runtime needs it for itself.
        var limited = new ChildOptions { Wrapper = ["prlimit", $"--fsize={PastLimit - 1}"] };

        ChildProcess.Run(limited, Grow, PathOf(), PathOf("other")).AssertSucceeded();
    }

    [NeedsFact(Needs.Linux)]
    public void A_file_longer_than_the_limit_may_be_cut_to_a_length_above_it()
    {
        var limited = new ChildOptions { Wrapper = ["prlimit", $"--fsize={PastLimit - 1}"] };
        string path = PathOf();
        using (MappedFile.Create(path, PastLimit + (2 << 20)))
        {
        }

        ChildProcess.Run(limited, Cut, path).AssertSucceeded();

        Assert.Equal(PastLimit + (1 << 20), new FileInfo(path).Length);
    }

    private static void Cut(string[] arguments)
    {
        using MappedFile file = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        file.Resize(PastLimit + (1 << 20));
        Assert.ThrowsAny<IOException>(() => file.Resize(PastLimit + (3 << 20)));
    }

    private static void Grow(string[] arguments)
    {
        using MappedFile file = MappedFile.Create(arguments[0], 1_000_000);
        file.Write(999_992, 42L);

        IOException refused = Assert.ThrowsAny<IOException>(() => file.Resize(PastLimit));
        Assert.Contains("EFBIG", refused.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<IOException>(() => MappedFile.Create(arguments[1], PastLimit));
        Assert.ThrowsAny<IOException>(() => MappedFile.Create(arguments[1], PastLimit, new MappedFileOptions { Preallocate = true }));

        Assert.False(File.Exists(arguments[1]));
        Assert.Equal(1_000_000, file.Length);
        Assert.Equal(42L, file.Read<long>(999_992));
    }
}
