using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Directories;

public sealed class FileTests : LeakCheckedTests
{
    private readonly Playground _ground = new();

    [NeedsFact(Needs.Linux)]
    public void Files_are_created_written_and_read() => EitherWay.Do(() =>
    {
        using (SafeFileHandle file = _ground.Root.CreateFile("new"))
        {
            RandomAccess.Write(file, "content"u8, 0);
        }

        Assert.Equal("content", _ground.Read("new"));
        IOException e = Assert.ThrowsAny<IOException>(() => _ground.Root.CreateFile("new"));
        Assert.Contains("new", e.Message, StringComparison.Ordinal);
        using (SafeFileHandle file = _ground.Root.CreateFile("new", FileMode.OpenOrCreate))
        {
            RandomAccess.Write(file, "C"u8, 0);
        }

        Assert.Equal("Content", _ground.Read("new"));
        _ground.Root.CreateFile("new", FileMode.Create, FileAccess.Write).Dispose();
        Assert.Equal("", _ground.Read("new"));
        _ground.Root.Delete("new");
        Assert.Throws<FileNotFoundException>(() => _ground.Read("new"));
        Assert.Throws<FileNotFoundException>(() => _ground.Root.CreateFile("nowhere/new"));
    });

    [NeedsFact(Needs.Linux)]
    public void Links_inside_are_followed_to_create_but_not_for_what_is_to_be_new() => EitherWay.Do(() =>
    {
        _ground.MakeLink("to-new", "made");
        Assert.ThrowsAny<IOException>(() => _ground.Root.CreateFile("to-new"));
        _ground.Root.CreateFile("to-new", FileMode.OpenOrCreate).Dispose();
        Assert.True(File.Exists(_ground.At("made")));
        File.Delete(_ground.At("made"));
        File.Delete(_ground.At("to-new"));
    });

    [NeedsFact(Needs.Linux)]
    public void Access_is_what_was_asked_for()
    {
        _ground.MakeFile("file");
        using SafeFileHandle reading = _ground.Root.OpenFile("file", FileAccess.Read, FileShare.ReadWrite);
        Assert.Throws<UnauthorizedAccessException>(() => RandomAccess.Write(reading, "x"u8, 0));
        using SafeFileHandle writing = _ground.Root.OpenFile("file", FileAccess.Write, FileShare.ReadWrite, FileOptions.WriteThrough | FileOptions.SequentialScan);
        Assert.Throws<UnauthorizedAccessException>(() => RandomAccess.Read(writing, new byte[1], 0));
        RandomAccess.Write(writing, "X"u8, 0);
        Assert.Equal("Xnside", Playground.ReadAll(reading));
    }

    /// <summary>The BCL's streams take the handles as they are, synchronously and asynchronously.</summary>
    [NeedsFact(Needs.Linux)]
    public async Task Streams_run_over_the_handles()
    {
        await using (var stream = new FileStream(_ground.Root.CreateFile("file"), FileAccess.ReadWrite))
        {
            await stream.WriteAsync(new byte[10_000]);
            stream.Position = 0;
            Assert.Equal(10_000, await stream.ReadAtLeastAsync(new byte[20_000], 10_000, throwOnEndOfStream: false));
        }

        using var reader = new FileStream(_ground.Root.OpenFile("file"), FileAccess.Read);
        Assert.Equal(10_000, reader.Length);
    }

    /// <summary>The same lock as the BCL's, in both directions.</summary>
    [NeedsFact(Needs.Linux)]
    public void Share_modes_hold_between_us_and_the_BCL() => EitherWay.Do(() =>
    {
        _ground.MakeFile("file");
        using (File.OpenHandle(_ground.At("file"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            IOException e = Assert.ThrowsAny<IOException>(() => _ground.Root.OpenFile("file"));
            Assert.Contains("does not share it", e.Message, StringComparison.Ordinal);
        }

        using (_ground.Root.OpenFile("file", FileAccess.ReadWrite, FileShare.None))
        {
            Assert.ThrowsAny<IOException>(() => File.OpenHandle(_ground.At("file")));
        }

        using (_ground.Root.OpenFile("file"))
        {
            File.OpenHandle(_ground.At("file")).Dispose();
        }

        // What is refused is not emptied either.
        using (_ground.Root.OpenFile("file"))
        {
            Assert.ThrowsAny<IOException>(() => _ground.Root.CreateFile("file", FileMode.Create, share: FileShare.None));
        }

        Assert.Equal("inside", _ground.Read("file"));
    });

    [NeedsFact(Needs.Linux)]
    public void Permissions_are_those_given_less_the_umask() => EitherWay.Do(() =>
    {
        _ground.Root.CreateFile("file", permissions: UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite).Dispose();
        UnixFileMode mode = _ground.Root.GetMetadata("file").UnixFileMode!.Value;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode & ~UnixFileMode.OtherWrite);
        Assert.Equal(UnixMode(_ground.At("file")), mode);
        _ground.Root.Delete("file");
    });

    /// <summary>Nobody waits for a writer.</summary>
    [NeedsFact(Needs.Linux)]
    public void What_is_no_regular_file_is_refused_at_once() => EitherWay.Do(() =>
    {
        Tool.Run("mkfifo", _ground.At("pipe"));
        Assert.Contains("neither a file nor", Assert.ThrowsAny<IOException>(() => _ground.Root.OpenFile("pipe")).Message, StringComparison.Ordinal);
        Assert.Contains("neither a file nor", Assert.ThrowsAny<IOException>(() => _ground.Root.OpenFile("pipe", FileAccess.Write)).Message, StringComparison.Ordinal);
        _ground.Root.Delete("pipe");
        using DirectoryHandle devices = DirectoryHandle.Open("/dev");
        Assert.ThrowsAny<IOException>(() => devices.OpenFile("null", FileAccess.Write));
        Assert.Equal(EntryKind.CharacterDevice, devices.GetMetadata("null").Kind);
    });

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => DirectoryHandle.Open(null!));
        Assert.Throws<ArgumentException>(() => DirectoryHandle.Open(""));
        Assert.Throws<ArgumentNullException>(() => _ground.Root.OpenFile(null!));
        Assert.Throws<ArgumentNullException>(() => _ground.Root.Move("a", null!, "b"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ground.Root.OpenFile("x", (FileAccess)8));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ground.Root.OpenFile("x", share: FileShare.Inheritable));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ground.Root.OpenFile("x", options: FileOptions.DeleteOnClose));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ground.Root.CreateFile("x", FileMode.Append));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ground.Root.CreateFile("x", access: FileAccess.Read));
        Assert.Throws<ArgumentException>(() => _ground.Root.OpenFile("\ud800"));
        Assert.Throws<DirectoryNotFoundException>(() => DirectoryHandle.Open(_ground.At("nothing")));
    }

    [NeedsFact(Needs.Linux)]
    public void A_closed_directory_says_so_and_what_was_opened_stays_open()
    {
        _ground.MakeFile("dir/file");
        DirectoryHandle directory = _ground.Root.OpenDirectory("dir");
        using SafeFileHandle file = directory.OpenFile("file");
        directory.Dispose();
        directory.Dispose();
        Assert.All(Members.All, member => Assert.Throws<ObjectDisposedException>(() => member(directory, "file")));
        Assert.Throws<ObjectDisposedException>(() => directory.Borrow());
        Assert.Equal("inside", Playground.ReadAll(file));
    }

    private static UnixFileMode UnixMode(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    protected override void Dispose(bool disposing)
    {
        _ground.Dispose();
        base.Dispose(disposing);
    }
}
