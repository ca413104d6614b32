using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Rfcs.Tests.Documents;

/// <summary>Documents as people and their editors leave them: any line endings, marks, scripts, bytes that are no text.</summary>
internal static class Arbitrary
{
    private static readonly Gen<string> Ending = Gen.Elements("\n", "\r\n", "\r");

    private static readonly Gen<string> OddText = Gen.Elements(
        "", " ", "plain words", "繁體中文", "e\u0301 \u200d👩‍🚀", "\u2028line\u0085sep", "\0nul", "- Key: value", "- State: closed", "# Summary", "```", "<!-- x -->", "\t", "a: b", "  indented", "\ufeff", "𝒳");

    private static readonly Gen<byte[]> OddBytes = Gen.OneOf(
        OddText.Select(Encoding.UTF8.GetBytes),
        Gen.Elements<byte[]>([0xff, 0xfe], [0xc3], [0xed, 0xa0, 0x80], [0x80, 0x80, 0x0b]));

    private static readonly Gen<byte[]> Line =
        from text in OddBytes
        from ending in Ending
        select (byte[])[.. text, .. Encoding.ASCII.GetBytes(ending)];

    private static readonly Gen<byte[]> OtherField =
        from key in Gen.Elements("Author", "RFC PR", "x", "Issue-1", "History")
        from value in OddBytes
        where !value.Any(static b => b is (byte)'\n' or (byte)'\r')
        from bullet in Gen.Elements("- ", "* ", "-  ")
        from ending in Ending
        select (byte[])[.. Encoding.UTF8.GetBytes($"{bullet}{key}: "), .. value, .. Encoding.ASCII.GetBytes(ending)];

    /// <summary>Any bytes of lines.</summary>
    internal static Gen<byte[]> Bytes { get; } =
        from mark in Gen.Elements(true, false)
        from lines in Gen.OneOf(Line, OtherField).ListOf()
        from end in OddBytes
        select (byte[])[.. mark ? Encoding.UTF8.Preamble : [], .. lines.SelectMany(static line => line), .. end];

    /// <summary>A document with a header of the given fields, between other fields, behind and before anything.</summary>
    internal static Gen<byte[]> With(params (string Key, string Value)[] fields) =>
        from mark in Gen.Elements(true, false)
        from title in Gen.Elements("", "# A title\n", "\n\r\n# 標題 \r\n\n", "\r\r")
        from ending in Ending
        from others in OtherField.ListOf()
        from space in Gen.Elements(" ", "", "  ", "\t")
        from trail in Gen.Elements("", " ", "\t")
        from body in Bytes
        let own = fields.Select(field => Encoding.UTF8.GetBytes($"- {field.Key}:{space}{field.Value}{trail}{ending}"))
        select (byte[])[.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(title), .. own.Concat(others).SelectMany(static line => line),
            .. Encoding.ASCII.GetBytes(ending), .. Encoding.UTF8.GetBytes("Text." + ending), .. body];
}
