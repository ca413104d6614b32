using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class UndisposedViewTests
{
    [Theory]
    [InlineData("MappedView [|view|] = file.GetView(); return view.Span[0];")]
    [InlineData("var [|view|] = file.GetWritableView(0, 8); view.Write(0, 42L); return 0;")]
    [InlineData("return [|file.GetView()|].Span[0];")]
    [InlineData("return [|file.GetView(0, 8)|].Read<byte>(0);")]
    [InlineData("[|file.GetWritableView(0, 8)|].Write(0, 42L); return 0;")]
    [InlineData("var segment = new MappedSegment(file, 0, 8); var [|view|] = segment.GetView(); return view.Span[0];")]
    [InlineData("var [|chunks|] = file.Chunks(4096).GetEnumerator(); int n = 0; while (chunks.MoveNext()) { n++; } return n;")]
    public void Finds(string body) => Check.Finds("FER2001", Source(body));

    [Theory]
    [InlineData("using MappedView view = file.GetView(); return view.Span[0];")]
    [InlineData("using (MappedView view = file.GetView()) { return view.Span[0]; }")]
    [InlineData("MappedView view = file.GetView(); try { return view.Span[0]; } finally { view.Dispose(); }")]
    [InlineData("MappedView view = file.GetView(); byte b = view.Span[0]; view.Validate(); return b;")]
    [InlineData("MappedView view = file.GetView(); byte b = view.Span[0]; return view.IsValid ? b : -1;")]
    [InlineData("MappedView view = file.GetView(); return First(view);")]
    [InlineData("using MappedView view = file.GetView(); MappedView part = view.Slice(0, 8); return part.Span[0];")]
    [InlineData("int n = 0; foreach (ReadOnlySpan<byte> chunk in file.Chunks(4096)) { n += chunk.Length; } return n;")]
    [InlineData("return (int)file.GetView().Length;")]
    [InlineData("_ = file.GetView(0, 8); return 0;")]
    [InlineData("return file.Read(0, 8, static bytes => bytes[0]);")]
    public void Is_quiet(string body) => Check.Quiet(Source(body));

    [Fact]
    public void A_view_may_be_returned() => Check.Quiet("""
        using Ferrite.Mapping;

        class C
        {
            static MappedView Half(MappedFile file)
            {
                MappedView view = file.GetView(0, file.Length / 2);
                return view;
            }
        }
        """);

    private static string Source(string body) => $$"""
        using Ferrite.Mapping;

        class C
        {
            static int First(MappedView view) => view.Span[0];

            static int M(MappedFile file)
            {
                {{body}}
            }
        }
        """;
}
