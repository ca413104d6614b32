using System.IO.Pipes;
using System.Net.Sockets;
using Ferrite.Handles.Tests.Kit;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Converting;

/// <summary>One step from one owner to another, and that nothing is lost on the way.</summary>
public sealed class ConvertTests : HandleTests
{
    [Fact]
    public void A_stream_becomes_a_handle_an_owner_and_a_stream_again()
    {
        var stream = new FileStream(PathOf(), FileMode.Create, FileAccess.ReadWrite);
        stream.Write("ab"u8);

        SafeFileHandle file = stream.ConvertTo<SafeFileHandle>();
        OwnedHandle owned = file.ConvertTo<OwnedHandle>();
        using FileStream again = owned.ConvertTo<FileStream>();

        Assert.True(file.IsClosed && owned.IsClosed);
        Assert.False(stream.CanRead);
        again.Write("c"u8);
        again.Flush();
        Assert.Equal("abc", ReadShared());
    }

    [Theory]
    [InlineData(FileAccess.Read)]
    [InlineData(FileAccess.Write)]
    [InlineData(FileAccess.ReadWrite)]
    public void A_stream_may_do_what_its_handle_may(FileAccess access)
    {
        File.WriteAllText(PathOf(), "x");
        SafeFileHandle file = File.OpenHandle(PathOf(), FileMode.Open, access);

        using FileStream stream = file.ConvertTo<FileStream>();

        Assert.Equal(access.HasFlag(FileAccess.Read), stream.CanRead);
        Assert.Equal(access.HasFlag(FileAccess.Write), stream.CanWrite);
    }

    [Fact]
    public void A_socket_becomes_a_stream_and_back()
    {
        using var pair = new SocketPair();

        NetworkStream stream = pair.Near.ConvertTo<NetworkStream>();
        using Socket socket = stream.ConvertTo<Socket>();

        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
        Assert.Equal(42, pair.Receive(socket));
    }

    [NeedsFact(Needs.Linux)]
    public void On_unix_a_socket_is_a_file_too()
    {
        using var pair = new SocketPair();

        using FileStream stream = pair.Near.ConvertTo<FileStream>();
        pair.Far.Send([5]);

        Assert.Equal(5, stream.ReadByte());
    }

    [Fact]
    public void What_is_no_socket_does_not_become_one()
    {
        using SafeFileHandle file = OpenFile();

        Assert.Throws<ArgumentException>(file.ConvertTo<Socket>);
        Assert.Throws<ArgumentException>(file.ConvertTo<SafeSocketHandle>);

        Assert.Equal(10, RandomAccess.GetLength(file));
    }

    [Fact]
    public void What_nothing_can_be_converted_to_leaves_the_source_as_it_was()
    {
        using SafeFileHandle file = OpenFile();

        Assert.Throws<NotSupportedException>(file.ConvertTo<MemoryStream>);
        Assert.Equal(10, RandomAccess.GetLength(file));
    }

    /// <summary>A directory opens, but is no stream: the BCL refuses the duplicate, which is closed again.</summary>
    [NeedsFact(Needs.Linux)]
    public void What_a_target_refuses_leaves_the_source_as_it_was()
    {
        using OwnedHandle events = Descriptors.EventFd();
        nint number = events.DangerousGetHandle();
        using var server = new AnonymousPipeServerStream(PipeDirection.Out);
        using DirectoryHandle directory = DirectoryHandle.Open(Path.GetTempPath());
        using SafeFileHandle ofDirectory = directory.Borrow().DuplicateAndEnd();

        Assert.Throws<UnauthorizedAccessException>(ofDirectory.ConvertTo<FileStream>);
        Assert.False(ofDirectory.IsClosed);
        Assert.Throws<ArgumentException>(events.ConvertTo<NetworkStream>);
        Assert.Equal("anon_inode:[eventfd]", Descriptors.At(number));
    }

    [Fact]
    public void A_closed_source_is_not_converted()
    {
        SafeFileHandle file = OpenFile();
        file.Dispose();
        var stream = new FileStream(PathOf(), FileMode.Open);
        stream.Dispose();

        Assert.Throws<ObjectDisposedException>(file.ConvertTo<OwnedHandle>);
        Assert.Throws<ObjectDisposedException>(stream.ConvertTo<OwnedHandle>);
    }

    /// <summary>The kernel gives no more numbers: nothing is half converted.</summary>
    [NeedsFact(Needs.Linux)]
    public void Without_a_free_number_the_source_stays_as_it_was() =>
        Assert.Equal("IOException EMFILE open abc", ChildProcess.Run(ConvertWithoutNumbers, PathOf()).AssertSucceeded().Lines[^1]);

    private static void ConvertWithoutNumbers(string[] arguments)
    {
        using var stream = new FileStream(arguments[0], FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Write("abc"u8);
        CallFilter.RefuseDuplicates();
        IOException refused = Assert.Throws<IOException>(stream.ConvertTo<OwnedHandle>);
        string named = refused.Message.Contains("EMFILE", StringComparison.Ordinal) ? "EMFILE" : refused.Message;
        Console.WriteLine($"{refused.GetType().Name} {named} {(stream.CanWrite ? "open" : "closed")} {File.ReadAllText(arguments[0])}");
    }

    private string ReadShared()
    {
        using var reader = new StreamReader(new FileStream(PathOf(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
