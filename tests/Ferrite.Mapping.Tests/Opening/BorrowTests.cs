using Ferrite.Handles;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Opening;

/// <summary>A mapped file lends its handle like anything else that has one.</summary>
public sealed class BorrowTests : FileTests
{
    [Fact]
    public void A_borrow_is_of_the_mapped_file()
    {
        using MappedFile file = MappedFile.Open(FileOf(100), MapMode.ReadWrite);
        using (BorrowedHandle<SafeFileHandle> borrow = file.Borrow())
        {
            using HandleView<FileStream> view = borrow.ViewAsFileStream();
            view.Value.WriteByte(77);
        }

        Assert.Equal(77, file.Read<byte>(0));
        using HandleView<FileStream> again = ((IFileLike)file).ViewAsFileStream();
        Assert.Equal(100, again.Value.Length);
    }

    [Fact]
    public void A_file_that_is_disposed_of_under_a_borrow_is_closed_when_that_ends()
    {
        MappedFile file = MappedFile.Open(FileOf(100));
        SafeFileHandle copy;
        using (BorrowedHandle<SafeFileHandle> borrow = file.Borrow())
        {
            file.Dispose();

            Assert.Throws<ObjectDisposedException>(() => file.Read<byte>(0));
            Assert.Throws<ObjectDisposedException>(() => file.Borrow().Dispose());
            copy = borrow.Duplicate();
        }

        using (copy)
        {
            Assert.Equal(100, RandomAccess.GetLength(copy));
        }
    }

    [Fact]
    public void What_was_unmapped_is_no_longer_the_mapping_s_to_lend()
    {
        MappedFile file = MappedFile.Open(FileOf(100));
        using SafeFileHandle handle = file.Unmap();

        Assert.Throws<ObjectDisposedException>(() => file.Borrow().Dispose());
        handle.Borrow().Dispose();
    }

    /// <summary>The BCL's own close is no one's to see: a mapping's is.</summary>
    [Fact]
    public void The_sanitizer_keeps_a_mapping_from_closing_another_s_number()
    {
        var reports = new List<HandleMisuse>();
        EventHandler<HandleMisuseEventArgs> onMisused = (_, e) => reports.Add(e.Misuse);
        HandleSanitizer.Misused += onMisused;
        HandleSanitizer.Enable();
        try
        {
            SafeFileHandle handle = File.OpenHandle(FileOf(100));
            nint number = handle.DangerousGetHandle();
            MappedFile file = MappedFile.FromHandle(handle);
            using var second = new SafeFileHandle(number, ownsHandle: true);
            second.Dispose();
            using SafeFileHandle other = File.OpenHandle(FileOf(50, "other"));
            Assert.Equal(number, other.DangerousGetHandle());

            file.Dispose();

            Assert.Equal(HandleMisuseKind.DoubleClose, Assert.Single(reports).Kind);
            Assert.Equal(50, RandomAccess.GetLength(other));
        }
        finally
        {
            HandleSanitizer.Misused -= onMisused;
            HandleSanitizer.Disable();
        }
    }
}
