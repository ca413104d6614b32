using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class ForgedHandleTests
{
    [Theory]
    [InlineData("static SafeFileHandle M() => [|new SafeFileHandle(7, true)|];")]
    [InlineData("static SafeFileHandle M() => [|new SafeFileHandle(7, ownsHandle: false)|];")]
    [InlineData("static SafeFileHandle M() => [|new SafeFileHandle(ownsHandle: false, preexistingHandle: 7)|];")]
    [InlineData("static SafeFileHandle M() => [|new SafeFileHandle((IntPtr)0, false)|];")]
    [InlineData("static SafeFileHandle M() => [|new SafeFileHandle(new IntPtr(3), true)|];")]
    [InlineData("static SafeFileHandle M() => [|new(7, true)|];")]
    [InlineData("const int Inherited = 3; static SafeFileHandle M() => [|new SafeFileHandle(Inherited, true)|];")]
    [InlineData("static SafeFileHandle M(int number) => [|new SafeFileHandle(number, true)|];")]
    [InlineData("static SafeFileHandle M(nint number) => [|new SafeFileHandle(number + 1, true)|];")]
    [InlineData("static SafeFileHandle M(string[] args) => [|new SafeFileHandle(int.Parse(args[0]), true)|];")]
    [InlineData("static SafeFileHandle M(string[] args) { int number = int.Parse(args[0]); return [|new SafeFileHandle(number, true)|]; }")]
    [InlineData("static SafeFileHandle M(bool b) => [|new SafeFileHandle(b ? 1 : 2, false)|];")]
    [InlineData("nint _number; SafeFileHandle M() => [|new SafeFileHandle(_number, true)|];")]
    [InlineData("static SafeSocketHandle M() => [|new SafeSocketHandle(7, true)|];")]
    [InlineData("static SafePipeHandle M() => [|new SafePipeHandle(7, true)|];")]
    [InlineData("static SafeProcessHandle M(int number) => [|new SafeProcessHandle(number, true)|];")]
    [InlineData("static SafeWaitHandle M() => [|new SafeWaitHandle(7, true)|];")]
    [InlineData("sealed class Own(nint h, bool ownsHandle) : SafeHandle(h, ownsHandle) { public override bool IsInvalid => false; protected override bool ReleaseHandle() => true; } static Own M() => [|new Own(7, true)|];")]
    [InlineData("static unsafe SafeFileHandle M() => [|new SafeFileHandle(7, true)|];")]
    public void Finds(string member) => Check.Finds("FER1001", Source(member));

    /// <summary>RFC 3128's <c>do_some_io(&amp;7)</c>: a handle out of nothing, in safe code.</summary>
    [Fact]
    public void Finds_the_rfc_s_example() => Check.Finds("FER1001", """
        using System.Text;
        using Microsoft.Win32.SafeHandles;

        DoSomeIO([|new SafeFileHandle(7, ownsHandle: false)|]);

        static void DoSomeIO(SafeFileHandle input) => RandomAccess.Write(input, "hello, world"u8, 0);
        """);

    [Fact]
    public void Finds_a_stream_of_a_number() => Assert.Contains(
        "FER1001",
        AllRules.Run(Compiler.Compile(["#pragma warning disable CS0618\nclass C { static FileStream M() => new FileStream((IntPtr)7, FileAccess.Read, true); }"])).Select(static diagnostic => diagnostic.Id),
        StringComparer.Ordinal);

    [Theory]
    [InlineData("static SafeFileHandle M() => new SafeFileHandle(-1, true);")]
    [InlineData("static SafeFileHandle M() => new SafeFileHandle((IntPtr)(-1), false);")]
    [InlineData("static SafeFileHandle M() => new SafeFileHandle(IntPtr.Zero, true);")]
    [InlineData("static SafeFileHandle M() => new SafeFileHandle(default, true);")]
    [InlineData("static SafeFileHandle M() => new SafeFileHandle();")]
    [InlineData("[DllImport(\"libc\")] static extern int open(string path, int flags); static SafeFileHandle M() => new SafeFileHandle(open(\"f\", 0), true);")]
    [InlineData("[DllImport(\"libc\")] static extern int open(string path, int flags); static SafeFileHandle M() { int opened = open(\"f\", 0); if (opened < 0) { throw new IOException(); } return new SafeFileHandle(opened, true); }")]
    [InlineData("[DllImport(\"libc\")] static extern int open(string path, int flags); static SafeFileHandle M() { int opened; do { opened = open(\"f\", 0); } while (opened < 0); return new SafeFileHandle((nint)opened, true); }")]
    [InlineData("[DllImport(\"kernel32\")] static extern bool CreatePipe(out nint read, out nint write, nint security, int size); static SafeFileHandle M() { CreatePipe(out nint read, out nint write, 0, 0); return new SafeFileHandle(read, true); }")]
    [InlineData("// SAFETY: systemd passes the socket as descriptor 3, see sd_listen_fds(3).\nstatic unsafe SafeSocketHandle M() => new SafeSocketHandle(3, true);")]
    [InlineData("static SafeFileHandle M() {\n// SAFETY: the parent opened descriptor 3 for us and told us so.\nunsafe { return new SafeFileHandle(3, true); } }")]
    [InlineData("static SafeFileHandle M(FileStream s) => File.OpenHandle(s.Name);")]
    public void Is_quiet(string member) => Check.Quiet(Source(member));

    private static string Source(string member) => $$"""
        using System.Net.Sockets;
        using System.Runtime.InteropServices;
        using Microsoft.Win32.SafeHandles;

        class C
        {
        {{member}}
        }
        """;
}
