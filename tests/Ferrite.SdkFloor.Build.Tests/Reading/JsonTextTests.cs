using System.Text.Json;
using Ferrite.SdkFloor.Build.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.SdkFloor.Build.Tests.Reading;

/// <summary>The small reader of JSON agrees with .NET's.</summary>
public sealed class JsonTextTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static Gen<string> Texts => ArbMap.Default.GeneratorFor<string>().Select(static text => new string([.. (text ?? "").Where(static c => !char.IsSurrogate(c))]));

    private static Gen<object?> Values(int depth) => depth == 0
        ? Gen.OneOf(
            Texts.Select(static text => (object?)text),
            Gen.Choose(-1000, 1000).Select(static number => (object?)(double)number),
            Gen.Elements<object?>(true, false, null, 1.5e-7, 3.25))
        : Gen.OneOf(
            Values(0),
            Gen.ListOf(Values(depth - 1), 3).Select(static list => (object?)list.ToList()),
            Gen.Zip(Gen.ListOf(Texts, 3), Gen.ListOf(Values(depth - 1), 3)).Select(static pair => (object?)pair.Item1.Zip(pair.Item2)
                .GroupBy(static member => member.First, StringComparer.Ordinal)
                .ToDictionary(static group => group.Key, static group => group.First().Second, StringComparer.Ordinal)));

    [Fact]
    public void Reads_what_was_written() => Deep.ForAll(Gen.Zip(Values(3), Gen.Elements(true, false)), static found =>
        Assert.Equivalent(found.Item1, JsonText.Parse(JsonSerializer.Serialize(found.Item1, found.Item2 ? Indented : null)), strict: true));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("[1 2]")]
    [InlineData("{\"a\"}")]
    [InlineData("\"a")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("tru")]
    [InlineData("1 1")]
    [InlineData("-")]
    public void Refuses_what_is_no_json(string text) => Assert.Throws<FormatException>(() => JsonText.Parse(text));

    [Fact]
    public void Refuses_to_go_down_without_end() => Assert.Throws<FormatException>(() => JsonText.Parse(new string('[', 100_000)));
}
