using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>Where the native library was not built, or is not beside the assembly.</summary>
public sealed class NoGuardTests
{
    [Fact]
    public void Everything_else_works()
    {
        using var directory = new TempDirectory();

        ChildProcess.Run(WithoutLibrary(directory), WorkAllTheSame).AssertSucceeded();
    }

    [NeedsFact(Needs.Linux)]
    public void A_lost_page_ends_the_process()
    {
        using var directory = new TempDirectory();

        ChildOutcome outcome = ChildProcess.Run(WithoutLibrary(directory), ReadLostPage);

        Assert.NotNull(outcome.Signal);
        Assert.Equal(["before"], outcome.Lines);
    }

    private static ChildOptions WithoutLibrary(TempDirectory directory)
    {
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, directory.File(Path.GetFileName(file)));
        }

        return new ChildOptions { Assembly = directory.File(Path.GetFileName(typeof(NoGuardTests).Assembly.Location)) };
    }

    private static void WorkAllTheSame(string[] arguments)
    {
        Assert.False(FaultGuard.IsSupported);
        using var directory = new TempDirectory();
        using (MappedFile mapped = MappedFile.Create(directory.File(), 10_000))
        {
            mapped.Write(9_992, 42L);
            mapped.Resize(100_000);
            mapped.Flush();
            Assert.Equal(42L, mapped.Read<long>(9_992));
            mapped.Resize(9_996);
            Assert.False(mapped.IsFaulted);
        }

        using MappedFile again = MappedFile.Open(directory.File());
        Assert.Equal(9_996, again.Length);
        Assert.Equal(42, again.Read<int>(9_992));
        CutFile.SetLength(directory.File(), 5_000);
        Assert.Throws<MappedFileFaultException>(again.Validate);
        again.Refresh();
        Assert.Equal(5_000, again.Length);
    }

    private static void ReadLostPage(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        cut.CutToPages(1);
        Console.WriteLine("before");
        Console.WriteLine($"read {mapped.Read<int>(2 * CutFile.PageSize)}");
    }
}
