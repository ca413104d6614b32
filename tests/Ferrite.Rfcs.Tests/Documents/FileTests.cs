using System.Text;
using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;
using Ferrite.Rfcs.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Rfcs.Tests.Documents;

/// <summary>Files are written whole, never over somebody else's words, and leave nothing beside them.</summary>
public sealed class FileTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Fact]
    public void A_file_that_somebody_changed_meanwhile_is_left_alone()
    {
        using var workspace = new Workspace();
        Model.Rfc read = workspace.Proposed();
        File.AppendAllText(read.Path, "One more thought.\n");
        byte[] theirs = File.ReadAllBytes(read.Path);
        RfcException failed = Assert.Throws<RfcException>(() => workspace.Process.SignOff(read, "ann"));
        Assert.Contains("changed meanwhile", failed.Message, StringComparison.Ordinal);
        Assert.Equal(theirs, File.ReadAllBytes(read.Path));
        Assert.Single(Directory.GetFileSystemEntries(workspace.Tree.TextFolder));
    }

    /// <summary>Many at once: each either writes upon what it read, or is refused; no sign-off is lost.</summary>
    [Fact]
    public void Of_many_writers_none_undoes_another()
    {
        string path = _directory.FileOf("0"u8);
        int written = 0;
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            byte[] read = File.ReadAllBytes(path);
            int next = int.Parse(Encoding.ASCII.GetString(read), System.Globalization.CultureInfo.InvariantCulture) + 1;
            try
            {
                DocumentFile.Replace(path, read, Encoding.ASCII.GetBytes(next.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                Interlocked.Increment(ref written);
            }
            catch (RfcException e)
            {
                Assert.Contains("changed meanwhile", e.Message, StringComparison.Ordinal);
            }
        });
        Assert.Equal(written, int.Parse(File.ReadAllText(path), System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(written > 0);
        Assert.Single(Directory.GetFileSystemEntries(_directory.Path));
    }

    [Fact]
    public void A_new_file_is_never_written_over()
    {
        string path = _directory.FileOf("old"u8);
        Assert.Throws<RfcException>(() => DocumentFile.Create(path, "new"u8));
        Assert.Throws<RfcException>(() => DocumentFile.Rename(_directory.FileOf("other"u8, "other"), path));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(2, Directory.GetFileSystemEntries(_directory.Path).Length);
    }

    [Fact]
    public void A_link_stays_a_link_and_modes_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = _directory.FileOf("old"u8);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        string link = _directory.File("link");
        File.CreateSymbolicLink(link, path);
        DocumentFile.Replace(link, "old"u8, "new"u8);
        Assert.Equal("new", File.ReadAllText(path));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Assigning_that_was_stopped_between_name_and_header_is_finished()
    {
        using var workspace = new Workspace();
        Model.Rfc draft = workspace.Draft();
        File.Move(draft.Path, workspace.PathOf("0012-short-reads.md"));
        Assert.Contains(workspace.Check(), static finding => finding.Rule.Equals("number", StringComparison.Ordinal));
        Assert.Equal(RfcState.Proposed, workspace.Process.Assign(workspace.Tree.Get("12"), 12, null).State);
        Assert.Empty(workspace.Check());
    }

    public void Dispose() => _directory.Dispose();
}
