using Ferrite.Handles;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Opening;

public sealed class BeneathTests : LeakCheckedTests
{
    [NeedsFact(Needs.Linux)]
    public void Files_beneath_a_directory_are_mapped_and_nothing_outside()
    {
        using var temp = new TempDirectory();
        temp.FileOf([9, 9], "outside");
        Directory.CreateDirectory(temp.File("inside/dir"));
        temp.FileOf([1, 2, 3], "inside/dir/file");
        temp.FileOf([], "inside/empty");
        File.CreateSymbolicLink(temp.File("inside/stays"), "dir/file");
        File.CreateSymbolicLink(temp.File("inside/leaves"), "../outside");
        using DirectoryHandle directory = DirectoryHandle.Open(temp.File("inside"));
        using (MappedFile file = MappedFile.Open(directory, "dir/file"))
        {
            Assert.Equal((3L, (byte)2, MapMode.ReadOnly, null), (file.Length, file.Read<byte>(1), file.Mode, file.Path));
        }

        using (MappedFile file = MappedFile.Open(directory, "stays", MapMode.ReadWrite))
        {
            file.Write(0, (byte)7);
        }

        using (MappedFile file = directory.OpenMapped("dir/file"))
        {
            Assert.Equal(7, file.Read<byte>(0));
        }

        using (MappedFile file = MappedFile.Open(directory, "empty", new MappedFileOptions { Mode = MapMode.CopyOnWrite }))
        {
            Assert.True(file.IsEmpty);
        }

        Assert.Throws<PathEscapeException>(() => MappedFile.Open(directory, "leaves"));
        Assert.Throws<PathEscapeException>(() => MappedFile.Open(directory, "../outside"));
        Assert.Throws<FileNotFoundException>(() => MappedFile.Open(directory, "nothing"));
        Assert.Throws<UnauthorizedAccessException>(() => MappedFile.Open(directory, "dir"));
        Assert.Throws<ArgumentNullException>(() => MappedFile.Open((DirectoryHandle)null!, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.Open(directory, "dir/file", (MapMode)9));
    }

    /// <summary>What can't be mapped is closed again.</summary>
    [NeedsFact(Needs.Linux)]
    public void A_file_that_cannot_be_mapped_is_closed()
    {
        using var temp = new TempDirectory();
        temp.FileOf([1]);
        using DirectoryHandle directory = DirectoryHandle.Open(temp.Path);
        Assert.ThrowsAny<IOException>(() => MappedFile.Open(directory, "data", new MappedFileOptions { Capacity = 1L << 56 }));
    }
}
