using System.Globalization;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Faults.Flushing;

/// <summary>A flush that failed is remembered: the kernel tells of lost writes once, and may have dropped them.</summary>
public sealed class FlushFailureTests
{
    private const string FirstFails = "msync:error=EIO:when=1";
    private const string Calls = "msync,fsync";
    private const int EIO = 5;

    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void A_failed_flush_throws_and_so_do_later_ones_until_Refresh()
    {
        using var directory = new TempDirectory();
        string path = directory.FileOf(new byte[20_000]);
        Strace trace = Strace.Run(Calls, FirstFails, FailThenRefresh, path);

        string[] calls = trace.CallsOf("msync");
        Assert.Equal(2, calls.Length);
        Assert.Contains("EIO", calls[0], StringComparison.Ordinal);
        Assert.EndsWith("MS_SYNC) = 0", calls[1], StringComparison.Ordinal);
    }

    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void Refresh_dirties_the_pages_again_so_that_the_next_flush_has_something_to_write()
    {
        using var directory = new TempDirectory();
        Strace.Run(Calls, FirstFails, DirtyAgain, directory.FileOf(new byte[20_000]));
    }

    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void Unmap_whose_flush_fails_leaves_the_mapping_open()
    {
        using var directory = new TempDirectory();
        Strace.Run(Calls, FirstFails, FailToUnmap, directory.FileOf(new byte[20_000]));
    }

    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void An_interrupted_flush_is_made_again()
    {
        using var directory = new TempDirectory();
        Strace trace = Strace.Run(Calls, "msync:error=EINTR:when=1..3", FlushOnce, directory.FileOf(new byte[20_000]));

        Assert.Equal(4, trace.CallsOf("msync").Length);
    }

    /// <summary>Without injection: the device below has no room for what the file system promised.</summary>
    [NeedsFact(Needs.Linux | Needs.Mount | Needs.LoopDevice)]
    public void What_a_device_refused_is_on_it_after_Refresh_and_a_flush_that_succeeds()
    {
        using var below = SmallFileSystem.Tmpfs(8 << 20);
        using var volume = SmallFileSystem.Ext4(64 << 20, below.Path);
        // Blocks that the file has and the device doesn't: written as zeros, then taken from below.
        File.WriteAllBytes(volume.File(), new byte[Length]);
        Tool.Run("sync", "-f", volume.File());
        volume.DigHoles();
        using ChildProcess child = ChildProcess.Start(FlushToFullDevice, volume.File());
        child.WaitFor("mapped");
        string ballast = below.File("ballast");
        using (FileStream stream = File.Create(ballast))
        {
            Assert.Throws<IOException>(() => Fill(stream));
        }

        child.Send("full");
        child.WaitFor("failed");
        File.Delete(ballast);
        child.Send("free");

        child.WaitForExit().AssertSucceeded();
    }

    private const int Length = 1 << 20;

    private static void Fill(FileStream stream)
    {
        byte[] block = new byte[MappedFile.PageSize];
        while (true)
        {
            stream.Write(block);
            stream.Flush();
        }
    }

    private static void FailThenRefresh(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        mapped.Write(10_000, 42);

        IOException first = Assert.Throws<IOException>(() => mapped.Flush());
        Assert.Equal(EIO, first.HResult);
        Assert.Contains("EIO", first.Message, StringComparison.Ordinal);
        Assert.Contains(arguments[0], first.Message, StringComparison.Ordinal);
        foreach (Action flush in new Action[]
        {
            () => mapped.Flush(),
            () => mapped.Flush(FlushLevel.Schedule),
            () => mapped.Flush(0, 1),
            () => mapped.Unmap(),
        })
        {
            IOException later = Assert.Throws<IOException>(flush);
            Assert.Same(first, later.InnerException);
            Assert.Equal(EIO, later.HResult);
        }

        Assert.Equal(42, mapped.Read<int>(10_000));
        mapped.Refresh();
        mapped.Flush();
        Assert.Equal(42, mapped.Read<int>(10_000));
    }

    private static void DirtyAgain(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        mapped.Write(4 * MappedFile.PageSize, 42);
        mapped.Write(0, 42);
        Assert.Throws<IOException>(() => mapped.Flush());
        // As after a failed write-back, which leaves pages that look clean.
        using (SafeFileHandle file = File.OpenHandle(arguments[0], FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            RandomAccess.FlushToDisk(file);
        }

        Assert.Equal(0, DirtyBytes(mapped));

        mapped.Refresh();

        Assert.Equal(5 * MappedFile.PageSize, DirtyBytes(mapped));
        Assert.Equal(42, mapped.Read<int>(4 * MappedFile.PageSize));
    }

    /// <summary>As smaps of proc(5) tells of the file's current mapping.</summary>
    private static unsafe long DirtyBytes(MappedFile mapped)
    {
        string start = string.Create(CultureInfo.InvariantCulture, $"{(long)mapped.DangerousGetPointer():x}-");
        IEnumerable<string> entry = File.ReadLines("/proc/self/smaps").SkipWhile(line => !line.StartsWith(start, StringComparison.Ordinal))
            .TakeWhile(static line => !line.StartsWith("VmFlags", StringComparison.Ordinal));
        return entry.Where(static line => line.StartsWith("Shared_Dirty:", StringComparison.Ordinal) || line.StartsWith("Private_Dirty:", StringComparison.Ordinal))
            .Sum(static line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10);
    }

    private static void FailToUnmap(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        mapped.Write(10_000, 42);
        Assert.Throws<IOException>(() => mapped.Unmap());

        Assert.Equal(42, mapped.Read<int>(10_000));
        mapped.Refresh();
        using SafeFileHandle file = mapped.Unmap();
        Assert.Throws<ObjectDisposedException>(() => mapped.Read<int>(10_000));
        Assert.False(file.IsClosed);
    }

    private static void FlushOnce(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        mapped.Flush();
    }

    private static void FlushToFullDevice(string[] arguments)
    {
        byte[] content = new byte[Length];
        content.AsSpan().Fill(2);
        using MappedFile mapped = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        Console.WriteLine("mapped");
        Console.ReadLine();
        mapped.Write(0, content);
        Assert.Throws<IOException>(() => mapped.Flush());
        Assert.Throws<IOException>(() => mapped.Flush());
        Console.WriteLine("failed");
        Console.ReadLine();

        mapped.Refresh();
        mapped.Flush();

        // From the device, not from memory.
        using SafeFileHandle file = File.OpenHandle(arguments[0], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        mapped.Dispose();
        Assert.Equal(0, Libc.PosixFAdvise(file, 0, 0, Libc.POSIX_FADV_DONTNEED));
        byte[] written = new byte[Length];
        Assert.Equal(Length, RandomAccess.Read(file, written, 0));
        Assert.Equal(content, written);
    }
}
