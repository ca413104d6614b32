using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class RawHandleAfterCloseTests
{
    [Theory]
    [InlineData("nint raw = h.DangerousGetHandle(); h.Dispose(); Use([|raw|]);")]
    [InlineData("nint raw = h.DangerousGetHandle(); h.Close(); if (raw != -1) { Use([|raw|]); }")]
    [InlineData("int raw = (int)h.DangerousGetHandle(); Use(raw); h.Dispose(); Use([|raw|]); Use(raw);")]
    [InlineData("nint raw; raw = h.DangerousGetHandle(); h?.Dispose(); for (int i = 0; i < 3; i++) { Use([|raw|]); }")]
    [InlineData("nint raw = s.SafeFileHandle.DangerousGetHandle(); s.Dispose(); Use([|raw|]);")]
    [InlineData("nint raw = s.SafeFileHandle.DangerousGetHandle(); s.SafeFileHandle.Dispose(); Use([|raw|]);")]
    [InlineData("nint raw = h.DangerousGetHandle(); using (h) { Use(raw); } Use([|raw|]);")]
    [InlineData("nint raw; using (h) { raw = h.DangerousGetHandle(); } Use([|raw|]);")]
    [InlineData("nint raw; using (SafeFileHandle own = File.OpenHandle(\"f\")) { raw = own.DangerousGetHandle(); } Use([|raw|]);")]
    [InlineData("nint raw = h.DangerousGetHandle(); Use(raw); h.Dispose(); Action later = () => Use([|raw|]);")]
    public void Finds(string body) => Check.Finds("FER1006", Source(body));

    [Theory]
    [InlineData("nint raw = h.DangerousGetHandle(); Use(raw); h.Dispose();")]
    [InlineData("nint raw = h.DangerousGetHandle(); h.Dispose(); Console.WriteLine(raw);")]
    [InlineData("nint raw = h.DangerousGetHandle(); h.Dispose(); string text = $\"closed {raw}\";")]
    [InlineData("nint raw = h.DangerousGetHandle(); h.Dispose(); raw = 3; Use(raw);")]
    [InlineData("nint raw = h.DangerousGetHandle(); other.Dispose(); Use(raw);")]
    [InlineData("nint raw = h.DangerousGetHandle(); if (raw == 3) { h.Dispose(); return; } Use(raw);")]
    [InlineData("nint raw = h.DangerousGetHandle(); h = File.OpenHandle(\"f\"); h.Dispose(); Use(raw);")]
    [InlineData("nint raw = h.DangerousGetHandle(); h.SetHandleAsInvalid(); h.Dispose(); Use(raw);")]
    [InlineData("bool added = false; try { h.DangerousAddRef(ref added); nint raw = h.DangerousGetHandle(); h.Dispose(); Use(raw); } finally { if (added) { h.DangerousRelease(); } }")]
    [InlineData("// SAFETY: the descriptor is the parent's, which keeps it open.\nunsafe { SafeFileHandle view = new(3, ownsHandle: false); nint raw = view.DangerousGetHandle(); view.Dispose(); Use(raw); }")]
    public void Is_quiet(string body) => Check.Quiet(Source(body));

    /// <summary>KeepAlive, so that FER1002 has nothing to say.</summary>
    private static string Source(string body) => $$"""
        using Microsoft.Win32.SafeHandles;

        class C
        {
            static void Use(nint raw) { }

            static void M(SafeFileHandle h, SafeFileHandle other, FileStream s)
            {
                try
                {
                    {{body}}
                }
                finally
                {
                    GC.KeepAlive(h);
                    GC.KeepAlive(s);
                }
            }
        }
        """;
}
