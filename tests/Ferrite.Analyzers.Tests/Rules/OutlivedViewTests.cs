using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class OutlivedViewTests
{
    [Theory]
    [InlineData("static ReadOnlySpan<byte> M(MappedFile file) { using MappedView view = file.GetView(); return [|view.Span|]; }")]
    [InlineData("static ReadOnlySpan<byte> M(MappedFile file) { using MappedView view = file.GetView(); return [|view.Span.Slice(8)|]; }")]
    [InlineData("static ReadOnlySpan<byte> M(MappedFile file) { using MappedView view = file.GetView(); return [|view.Span[8..]|]; }")]
    [InlineData("static ReadOnlySpan<byte> M(MappedFile file) { using MappedView view = file.GetView(); var span = view.Span; return [|span|]; }")]
    [InlineData("static Span<byte> M(MappedFile file) { using (WritableMappedView view = file.GetWritableView()) { return [|view.Span|]; } }")]
    [InlineData("static int M(MappedFile file) { ReadOnlySpan<byte> span; using (MappedView view = file.GetView()) { [|span = view.Span|]; } return span.Length; }")]
    [InlineData("static void M(MappedFile file, out ReadOnlySpan<byte> span) { using MappedView view = file.GetView(); [|span = view.Span|]; }")]
    [InlineData("static unsafe byte* M() { using MappedFile file = MappedFile.Open(\"f\"); return [|file.DangerousGetPointer()|]; }")]
    [InlineData("static unsafe nint M() { using MappedFile file = MappedFile.Open(\"f\"); return [|(nint)file.DangerousGetPointer() + 8|]; }")]
    [InlineData("unsafe byte* _p; unsafe void M() { using MappedFile file = MappedFile.Open(\"f\"); [|_p = file.DangerousGetPointer()|]; }")]
    [InlineData("static nint s_p; static unsafe void M() { using MappedFile file = MappedFile.Open(\"f\"); byte* p = file.DangerousGetPointer(); [|s_p = (nint)p|]; }")]
    public void Finds(string member) => Check.Finds("FER2002", Source(member));

    [Theory]
    [InlineData("static byte[] M(MappedFile file) { using MappedView view = file.GetView(); return view.Span.ToArray(); }")]
    [InlineData("static byte M(MappedFile file) { using MappedView view = file.GetView(); return view.Span[0]; }")]
    [InlineData("static long M(MappedFile file) { using MappedView view = file.GetView(); return view.Span.Length + view.Length; }")]
    [InlineData("static int M(MappedFile file) { ReadOnlySpan<byte> span; using (MappedView view = file.GetView()) { span = view.Span; return span.Length; } }")]
    [InlineData("static void M(MappedFile file) { ReadOnlySpan<byte> span = default; using MappedView view = file.GetView(); span = view.Span; Console.WriteLine(span.Length); }")]
    [InlineData("MappedFile _file = MappedFile.Open(\"f\"); unsafe byte* _p; unsafe void M() => _p = _file.DangerousGetPointer();")]
    [InlineData("static unsafe byte* M(MappedFile file) => file.DangerousGetPointer();")]
    [InlineData("static ReadOnlySpan<byte> M(byte[] bytes) { ReadOnlySpan<byte> span = bytes; return span; }")]
    public void Is_quiet(string member) => Check.Quiet(Source(member));

    private static string Source(string member) => $$"""
        using Ferrite.Mapping;

        class C
        {
        {{member}}
        }
        """;
}
