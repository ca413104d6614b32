using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class UnheldRawHandleTests
{
    [Theory]
    [InlineData("static nint M(SafeFileHandle h) => [|h.DangerousGetHandle()|];")]
    [InlineData("static void M(SafeFileHandle h) => Use([|h.DangerousGetHandle()|]);")]
    [InlineData("static void M(SafeHandle h) => Use((int)[|h.DangerousGetHandle()|]);")]
    [InlineData("static void M(FileStream s) => Use([|s.SafeFileHandle.DangerousGetHandle()|]);")]
    [InlineData("SafeFileHandle _h = new(); void M() => Use([|_h.DangerousGetHandle()|]);")]
    [InlineData("static void M<T>(T h) where T : SafeHandle => Use([|h.DangerousGetHandle()|]);")]
    [InlineData("static unsafe void M(SafeFileHandle h) => Use([|h.DangerousGetHandle()|]);")]
    [InlineData("static void M(SafeFileHandle h, SafeFileHandle other) { bool added = false; try { other.DangerousAddRef(ref added); Use([|h.DangerousGetHandle()|]); } finally { if (added) { other.DangerousRelease(); } } }")]
    [InlineData("static void M(SafeFileHandle h) { Use([|h.DangerousGetHandle()|]); bool added = false; try { h.DangerousAddRef(ref added); } finally { h.DangerousRelease(); } }")]
    [InlineData("static void M(SafeFileHandle h) => Use([|h.Borrow().DangerousGetHandle()|]);")]
    public void Finds(string member) => Check.Finds("FER1002", Source(member));

    [Theory]
    [InlineData("static void M(SafeFileHandle h) { bool added = false; try { h.DangerousAddRef(ref added); Use(h.DangerousGetHandle()); } finally { if (added) { h.DangerousRelease(); } } }")]
    [InlineData("static void M(string path) { using SafeFileHandle h = File.OpenHandle(path); Use(h.DangerousGetHandle()); }")]
    [InlineData("static void M(string path) { using (FileStream s = File.OpenRead(path)) { Use(s.SafeFileHandle.DangerousGetHandle()); } }")]
    [InlineData("static void M(SafeFileHandle h) { Use(h.DangerousGetHandle()); GC.KeepAlive(h); }")]
    [InlineData("static HandleRef M(SafeFileHandle h) => new HandleRef(h, h.DangerousGetHandle());")]
    [InlineData("static bool M(SafeFileHandle h) => h.DangerousGetHandle() == IntPtr.Zero;")]
    [InlineData("static bool M(SafeFileHandle h) => h.DangerousGetHandle() > 2;")]
    [InlineData("static string M(SafeFileHandle h) => $\"handle {h.DangerousGetHandle()}\";")]
    [InlineData("static string M(SafeFileHandle h) => h.DangerousGetHandle().ToString();")]
    [InlineData("// SAFETY: h is the process's own and is never closed.\nstatic unsafe void M(SafeFileHandle h) => Use(h.DangerousGetHandle());")]
    [InlineData("sealed class Own() : SafeHandle(0, true) { public override bool IsInvalid => false; protected override bool ReleaseHandle() { Use(DangerousGetHandle()); Use(this.DangerousGetHandle()); return true; } }")]
    [InlineData("static void DangerousGetHandle() => DangerousGetHandle();")]
    [InlineData("static void M(SafeFileHandle h) { using BorrowedHandle<SafeFileHandle> borrow = h.Borrow(); Use(borrow.DangerousGetHandle()); Use(h.DangerousGetHandle()); }")]
    [InlineData("static void M(BorrowedHandle<SafeFileHandle> borrow) => Use(borrow.DangerousGetHandle());")]
    public void Is_quiet(string member) => Check.Quiet(Source(member));

    private static string Source(string member) => $$"""
        using System.Runtime.InteropServices;
        using Ferrite.Handles;
        using Microsoft.Win32.SafeHandles;

        class C
        {
            static void Use(nint raw) { }
        {{member}}
        }
        """;
}
