using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class LeakedReferenceTests
{
    [Theory]
    [InlineData("static void M(SafeHandle h) { bool added = false; [|h.DangerousAddRef(ref added)|]; Work(); h.DangerousRelease(); }")]
    [InlineData("static void M(SafeHandle h) { bool added = false; [|h.DangerousAddRef(ref added)|]; Work(); }")]
    [InlineData("SafeFileHandle _h = new(); void M() { bool added = false; [|_h.DangerousAddRef(ref added)|]; try { Work(); } catch (IOException) { } _h.DangerousRelease(); }")]
    [InlineData("static void M(SafeHandle h, SafeHandle other) { bool added = false; [|h.DangerousAddRef(ref added)|]; try { Work(); } finally { other.DangerousRelease(); } h.DangerousRelease(); }")]
    public void Finds(string member) => Check.Finds("FER1005", Source(member));

    [Theory]
    [InlineData("static void M(SafeHandle h) { bool added = false; try { h.DangerousAddRef(ref added); Work(); } finally { if (added) { h.DangerousRelease(); } } }")]
    [InlineData("static void M(SafeHandle h) { bool added = false; h.DangerousAddRef(ref added); try { Work(); } finally { h.DangerousRelease(); } }")]
    [InlineData("static void M(SafeHandle? h) { bool added = false; try { h?.DangerousAddRef(ref added); Work(); } finally { if (added) { h!.DangerousRelease(); } } }")]
    [InlineData("sealed class Lease : IDisposable { readonly SafeHandle _h; public Lease(SafeHandle h) { bool added = false; h.DangerousAddRef(ref added); _h = h; } public void Dispose() => _h.DangerousRelease(); }")]
    [InlineData("sealed class Lease : IDisposable { readonly SafeHandle _h; public Lease(SafeHandle h) { bool added = false; h.DangerousAddRef(ref added); try { Work(); } catch { h.DangerousRelease(); throw; } _h = h; } public void Dispose() => _h.DangerousRelease(); }")]
    public void Is_quiet(string member) => Check.Quiet(Source(member));

    private static string Source(string member) => $$"""
        using System.Runtime.InteropServices;
        using Microsoft.Win32.SafeHandles;

        class C
        {
            static void Work() { }
        {{member}}
        }
        """;
}
