using System.Text;
using Ferrite.Cli.Files;

namespace Ferrite.Cli.Tests.Units;

public sealed class PrintableNameTests
{
    [Theory]
    [InlineData("plain.txt")]
    [InlineData(@"back\slash")]
    [InlineData("資料夾/檔案 é ü 🙂")]
    [InlineData("")]
    public void Ordinary_names_stay_as_they_are(string name) => Assert.Equal(name, PrintableName.Of(Encoding.UTF8.GetBytes(name)));

    [Theory]
    [InlineData("a\nb", @"a\nb")]
    [InlineData("a\r\tb", @"a\r\tb")]
    [InlineData("\e]0;title\a", @"\x1b]0;title\x07")]
    [InlineData("del\u007f", @"del\x7f")]
    [InlineData("csi\u009b31m", @"csi\xc2\x9b31m")]
    [InlineData("\u202Etxt.exe", @"\xe2\x80\xaetxt.exe")]
    [InlineData("line\u2028x", @"line\xe2\x80\xa8x")]
    [InlineData("a\\b\n", @"a\\b\n")]
    public void What_would_move_the_cursor_or_turn_text_is_escaped(string name, string shown) =>
        Assert.Equal(shown, PrintableName.Of(Encoding.UTF8.GetBytes(name)));

    [Fact]
    public void Bytes_that_are_no_utf8_are_escaped_alone()
    {
        Assert.Equal(@"é\xff\xe9", PrintableName.Of([0xC3, 0xA9, 0xFF, 0xE9]));
        Assert.Equal(@"\xe2\x82x", PrintableName.Of([0xE2, 0x82, (byte)'x']));
        Assert.Equal(@"\xed\xa0\x80", PrintableName.Of([0xED, 0xA0, 0x80]));
    }
}
