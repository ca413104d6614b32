using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>A file system with fewer blocks than the files on it have bytes.</summary>
public sealed class FullDiskTests : LeakCheckedTests
{
    private const long MiB = 1L << 20;
    private const Needs Guard = Needs.Linux | Needs.FaultGuard | Needs.Mount;

    [NeedsFact(Guard)]
    public void A_store_that_finds_no_block_is_an_exception_on_tmpfs()
    {
        using var volume = SmallFileSystem.Tmpfs(MiB);

        ChildProcess.Run(FillSparseFile, volume.File(), volume.File("ballast")).AssertSucceeded();
    }

    [NeedsFact(Guard | Needs.LoopDevice)]
    public void A_store_that_finds_no_block_is_an_exception_on_ext4()
    {
        using var volume = SmallFileSystem.Ext4(4 * MiB);

        ChildProcess.Run(FillSparseFile, volume.File(), volume.File("ballast")).AssertSucceeded();
    }

    /// <summary>tmpfs takes a block for a hole that is only read, too, where it is mapped to be written.</summary>
    [NeedsFact(Guard)]
    public void A_load_that_finds_no_block_is_one_too()
    {
        using var volume = SmallFileSystem.Tmpfs(MiB);

        ChildProcess.Run(ReadSparseFile, volume.File(), volume.File("ballast")).AssertSucceeded();
    }

    [NeedsFact(Needs.Linux | Needs.Mount)]
    public void Preallocating_too_much_fails_to_create_and_leaves_nothing_behind()
    {
        using var volume = SmallFileSystem.Tmpfs(MiB);

        AssertNamesENOSPC(volume.File(), () => MappedFile.Create(volume.File(), 4 * MiB, new MappedFileOptions { Preallocate = true }));
        AssertNamesENOSPC(volume.File(), () => MappedFile.OpenOrCreate(volume.File(), 4 * MiB, new MappedFileOptions { Preallocate = true }));

        Assert.Empty(Directory.EnumerateFileSystemEntries(volume.Path));
        AssertIsFree(volume, MiB);
    }

    [NeedsFact(Needs.Linux | Needs.Mount)]
    public void Preallocating_too_much_keeps_a_file_that_was_there_and_no_block()
    {
        using var volume = SmallFileSystem.Tmpfs(MiB);
        File.WriteAllText(volume.File(), "here before");

        AssertNamesENOSPC(volume.File(), () => MappedFile.Create(volume.File(), 4 * MiB, new MappedFileOptions { Preallocate = true }));

        Assert.Equal(0, new FileInfo(volume.File()).Length);
        AssertIsFree(volume, MiB);
    }

    [NeedsFact(Needs.Linux | Needs.Mount)]
    public void Growing_by_too_much_with_preallocation_fails_and_changes_nothing()
    {
        using var volume = SmallFileSystem.Tmpfs(MiB);
        using MappedFile mapped = MappedFile.Create(volume.File(), 64 << 10, new MappedFileOptions { Preallocate = true, Capacity = 8 * MiB });
        mapped.Write(1000, 42);

        AssertNamesENOSPC(volume.File(), () => mapped.Resize(4 * MiB));

        Assert.Equal(64 << 10, mapped.Length);
        Assert.Equal(64 << 10, new FileInfo(volume.File()).Length);
        Assert.Equal(42, mapped.Read<int>(1000));
        AssertIsFree(volume, MiB - (64 << 10));
    }

    private static void FillSparseFile(string[] arguments)
    {
        long free = new DriveInfo(Path.GetDirectoryName(arguments[0])!).AvailableFreeSpace;
        // Half of what is free is taken, to be given back later.
        File.WriteAllBytes(arguments[1], new byte[free / 2]);
        using MappedFile mapped = MappedFile.Create(arguments[0], 16 * MiB);
        long offset = 0;
        MappedFileFaultException? fault = null;
        while (fault is null && offset < free)
        {
            try
            {
                mapped.Write(offset, offset + 1);
                offset += MappedFile.PageSize;
            }
            catch (MappedFileFaultException e)
            {
                fault = e;
            }
        }

        Assert.NotNull(fault);
        Assert.Equal((offset, FaultCause.OutOfSpace), (fault.Offset, fault.Cause));
        Assert.InRange(offset, 1, free / 2);
        Assert.True(mapped.IsFaulted);
        Assert.Throws<MappedFileFaultException>(() => mapped.Resize(mapped.Length + 1));

        File.Delete(arguments[1]);
        mapped.Refresh();
        mapped.Write(offset, offset + 1);
        for (long at = 0; at <= offset; at += MappedFile.PageSize)
        {
            Assert.Equal(at + 1, mapped.Read<long>(at));
        }
    }

    private static void ReadSparseFile(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Create(arguments[0], 16 * MiB);
        File.WriteAllBytes(arguments[1], new byte[new DriveInfo(Path.GetDirectoryName(arguments[0])!).AvailableFreeSpace]);

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => mapped.Read<long>(5 * MiB));

        Assert.Equal((5 * MiB, FaultCause.OutOfSpace), (fault.Offset, fault.Cause));
    }

    private static void AssertNamesENOSPC(string path, Action action)
    {
        IOException thrown = Assert.Throws<IOException>(action);
        Assert.Contains("ENOSPC", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(path, thrown.Message, StringComparison.Ordinal);
    }

    private static void AssertIsFree(SmallFileSystem volume, long bytes) => Assert.Equal(bytes, new DriveInfo(volume.Path).AvailableFreeSpace);
}
