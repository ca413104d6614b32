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
