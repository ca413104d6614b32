using System.IO.Pipes;
using Ferrite.Handles.Tests.Kit;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Borrowing;

/// <summary>Duplicates, and what is one object.</summary>
public sealed class DuplicateTests : HandleTests
{
    [Fact]
    public void A_duplicate_is_an_owner_of_its_own_of_the_same_object()
    {
        SafeFileHandle file = OpenFile();
        using BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        using SafeFileHandle copy = borrow.Duplicate();
        using BorrowedHandle<SafeFileHandle> ofCopy = copy.Borrow();

        Assert.NotEqual(borrow.DangerousGetHandle(), ofCopy.DangerousGetHandle());
        Assert.True(ofCopy.DangerousGetHandle() > 2);
        Assert.True(Descriptors.IsCloseOnExec(ofCopy.DangerousGetHandle()));
        Assert.True(borrow.RefersToSameObject(ofCopy));
        file.Dispose();
        Assert.Equal(10, RandomAccess.GetLength(copy));
    }

    [Fact]
    public void Duplicates_share_their_position()
    {
        using var stream = new FileStream(PathOf(), FileMode.Create, FileAccess.ReadWrite);
        using SafeFileHandle copy = stream.Borrow().DuplicateAndEnd();
        stream.Write("abcdef"u8);

        // Which sets the OS's position to the stream's.
        stream.Borrow().Dispose();

        Assert.Equal(6, Descriptors.PositionOf(copy.DangerousGetHandle()));
    }

    [Fact]
    public void Two_openings_of_one_file_are_two_objects()
    {
        using SafeFileHandle first = OpenFile();
        using SafeFileHandle second = File.OpenHandle(PathOf(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using BorrowedHandle<SafeFileHandle> ofFirst = first.Borrow();
        using BorrowedHandle<SafeFileHandle> ofSecond = second.Borrow();

        Assert.False(ofFirst.RefersToSameObject(ofSecond));
        Assert.True(ofFirst.RefersToSameObject(ofFirst));
    }

    /// <summary>They have one inode.</summary>
    [Fact]
    public void The_ends_of_a_pipe_are_two_objects()
    {
        using var server = new AnonymousPipeServerStream(PipeDirection.Out);
        using BorrowedHandle<SafePipeHandle> near = server.Borrow();
        using BorrowedHandle<SafePipeHandle> far = server.ClientSafePipeHandle.Borrow();
        Assert.Equal(Descriptors.At(near.DangerousGetHandle()), Descriptors.At(far.DangerousGetHandle()));

        Assert.False(near.RefersToSameObject(far));
    }

    /// <summary>They have one inode all of them.</summary>
    [NeedsFact(Needs.Linux)]
    public void Two_event_descriptors_are_two_objects()
    {
        using OwnedHandle first = Descriptors.EventFd();
        using OwnedHandle second = Descriptors.EventFd();
        using BorrowedHandle<OwnedHandle> ofFirst = first.Borrow();
        using BorrowedHandle<OwnedHandle> ofSecond = second.Borrow();
        using OwnedHandle copy = ofFirst.Duplicate();
        using BorrowedHandle<OwnedHandle> ofCopy = copy.Borrow();

        Assert.False(ofFirst.RefersToSameObject(ofSecond));
        Assert.True(ofFirst.RefersToSameObject(ofCopy));
    }

    /// <summary>As before Linux 6.10 (fcntl doesn't know), and behind a filter (kcmp isn't let through).</summary>
    [NeedsFact(Needs.Linux)]
    public void Where_fcntl_does_not_say_it_is_kcmp_and_where_that_does_not_an_exception()
    {
        Assert.Equal("True False", ChildProcess.Run(CompareThere, "kcmp").AssertSucceeded().Lines[^1]);
        Assert.Equal(
            "PlatformNotSupportedException PlatformNotSupportedException", ChildProcess.Run(CompareThere, "nothing").AssertSucceeded().Lines[^1]);
    }

    private static void CompareThere(string[] arguments)
    {
        using SafeFileHandle file = File.OpenHandle("/dev/null");
        using SafeFileHandle copy = file.Borrow().DuplicateAndEnd();
        using SafeFileHandle other = File.OpenHandle("/dev/null");
        CallFilter.RefuseQueries(refuseKCmp: arguments[0] is "nothing");
        Console.WriteLine($"{Same(file, copy)} {Same(file, other)}");
    }

    private static string Same(SafeFileHandle first, SafeFileHandle second)
    {
        using BorrowedHandle<SafeFileHandle> ofFirst = first.Borrow();
        using BorrowedHandle<SafeFileHandle> ofSecond = second.Borrow();
        try
        {
            return ofFirst.RefersToSameObject(ofSecond).ToString();
        }
        catch (PlatformNotSupportedException e)
        {
            return e.GetType().Name;
        }
    }
}
