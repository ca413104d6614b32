using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class TwoOwnersTests
{
    [Theory]
    [InlineData("nint raw = open(\"f\", 0); var a = new SafeFileHandle(raw, true); var b = [|new SafeFileHandle(raw, true)|];")]
    [InlineData("nint raw = open(\"f\", 0); var a = new SafeFileHandle(raw, ownsHandle: true); if (a.IsInvalid) { SafeFileHandle b = [|new(raw, ownsHandle: true)|]; }")]
    [InlineData("int raw = (int)open(\"f\", 0); using var a = new SafeFileHandle(raw, true); using var b = [|new SafePipeHandle((nint)raw, true)|];")]
    [InlineData("var b = [|new SafeFileHandle(h.DangerousGetHandle(), true)|];")]
    [InlineData("nint raw = h.DangerousGetHandle(); var b = [|new SafeFileHandle(raw, true)|]; GC.KeepAlive(h);")]
    [InlineData("var b = [|new SafeSocketHandle(s.Handle, true)|];")]
    [InlineData("using var stream = new FileStream([|new SafeFileHandle(h.DangerousGetHandle(), true)|], FileAccess.Read);")]
    [InlineData("OwnedHandle b = [|OwnedHandle.DangerousOwn(h.DangerousGetHandle())|];")]
    [InlineData("nint raw = h.DangerousGetHandle(); OwnedHandle b = [|OwnedHandle.DangerousOwn(handle: raw)|]; GC.KeepAlive(h);")]
    [InlineData("nint raw = open(\"f\", 0); OwnedHandle a = OwnedHandle.DangerousOwn(raw), b = OwnedHandle.DangerousOwn(open(\"g\", 0)); var c = [|new SafeFileHandle(raw, true)|];")]
    [InlineData("nint raw = open(\"f\", 0); var a = new SafeFileHandle(raw, true); OwnedHandle b = [|OwnedHandle.DangerousOwn(raw)|];")]
    [InlineData("OwnedHandle b = [|DangerousOwn(s.Handle)|];")]
    public void Finds(string body) => Check.Finds("FER1007", Source(body));

    [Theory]
    [InlineData("nint raw = open(\"f\", 0); var a = new SafeFileHandle(raw, true); var b = new SafeFileHandle(raw, false);")]
    [InlineData("nint raw = open(\"f\", 0); var a = new SafeFileHandle(raw, true); raw = open(\"g\", 0); var b = new SafeFileHandle(raw, true);")]
    [InlineData("nint raw = open(\"f\", 0); SafeFileHandle a; if (raw > 3) { a = new SafeFileHandle(raw, true); } else { a = new SafeFileHandle(raw, true); }")]
    [InlineData("nint raw = open(\"f\", 0); var a = new SafeFileHandle(raw, true); a.SetHandleAsInvalid(); var b = new SafeFileHandle(raw, true);")]
    [InlineData("var b = new SafeFileHandle(h.DangerousGetHandle(), true); h.SetHandleAsInvalid();")]
    [InlineData("nint one = open(\"f\", 0), two = open(\"g\", 0); var a = new SafeFileHandle(one, true); var b = new SafeFileHandle(two, true);")]
    [InlineData("Func<nint, int> f = raw => 0; var a = new SafeFileHandle(-1, true); var b = new SafeFileHandle(-1, true);")]
    [InlineData("nint raw = open(\"f\", 0); OwnedHandle a = OwnedHandle.DangerousOwn(raw); a.Dispose(); raw = open(\"g\", 0); OwnedHandle b = OwnedHandle.DangerousOwn(raw);")]
    [InlineData("OwnedHandle b = OwnedHandle.DangerousOwn(h.DangerousGetHandle()); h.SetHandleAsInvalid();")]
    [InlineData("nint raw = open(\"f\", 0); OwnedHandle a = OwnedHandle.DangerousOwn(raw); var b = new SafeFileHandle(raw, false);")]
    [InlineData("nint raw = open(\"f\", 0); Other.DangerousOwn(raw); Other.DangerousOwn(raw); OwnedHandle a = OwnedHandle.DangerousOwn(raw);")]
    public void Is_quiet(string body) => Check.Quiet(Source(body));

    private static string Source(string body) => $$"""
        using System.Net.Sockets;
        using System.Runtime.InteropServices;
        using Ferrite.Handles;
        using static Ferrite.Handles.OwnedHandle;
        using Microsoft.Win32.SafeHandles;

        class C
        {
            [DllImport("libc")] static extern nint open(string path, int flags);

            static void M(SafeFileHandle h, Socket s)
            {
                {{body}}
            }
        }

        static class Other
        {
            internal static void DangerousOwn(nint number) => GC.KeepAlive(number);
        }
        """;
}
