using System.Globalization;
using System.Text;

namespace Ferrite.SdkFloor.Build.Reading;

/// <summary>
/// Reads JSON into dictionaries, lists, strings, doubles, booleans and nulls. A task brings no assembly of its own that MSBuild, or another task,
/// may have in another version.
/// </summary>
internal sealed class JsonText
{
    private const int DeepestNesting = 100;

    private readonly string _text;
    private int _at;
    private int _depth;

    private JsonText(string text) => _text = text;

    /// <exception cref="FormatException">It is not JSON.</exception>
    internal static object? Parse(string text)
    {
        var reader = new JsonText(text);
        object? value = reader.Value();
        reader.SkipSpace();
        return reader._at == text.Length ? value : throw reader.Unexpected();
    }

    private object? Value()
    {
        SkipSpace();
        switch (_at < _text.Length ? _text[_at] : '\0')
        {
            case '{':
                return Nested(Object);
            case '[':
                return Nested(Array);
            case '"':
                return String();
            case 't':
                return Word("true", true);
            case 'f':
                return Word("false", false);
            case 'n':
                return Word("null", null);
            default:
                return Number();
        }
    }

    private object Nested(Func<object> read)
    {
        if (++_depth > DeepestNesting)
        {
            throw Unexpected();
        }

        _at++;
        object value = read();
        _depth--;
        return value;
    }

    private Dictionary<string, object?> Object()
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (bool first = true; !Ends('}', first); first = false)
        {
            SkipSpace();
            string name = String();
            SkipSpace();
            Expect(':');
            members[name] = Value();
        }

        return members;
    }

    private List<object?> Array()
    {
        var elements = new List<object?>();
        for (bool first = true; !Ends(']', first); first = false)
        {
            elements.Add(Value());
        }

        return elements;
    }

    /// <summary>Whether the end is there, and takes it; otherwise takes the comma that stands before all but the first.</summary>
    private bool Ends(char end, bool first)
    {
        SkipSpace();
        if (_at < _text.Length && _text[_at] == end)
        {
            _at++;
            return true;
        }

        if (!first)
        {
            Expect(',');
        }

        return false;
    }

    private string String()
    {
        Expect('"');
        int end = _text.IndexOfAny(['"', '\\'], _at);
        if (end >= 0 && _text[end] == '"')
        {
            string plain = _text.Substring(_at, end - _at);
            _at = end + 1;
            return plain;
        }

        var text = new StringBuilder();
        while (_at < _text.Length && _text[_at] != '"')
        {
            char c = _text[_at++];
            text.Append(c == '\\' ? Escaped() : c);
        }

        Expect('"');
        return text.ToString();
    }

    private char Escaped()
    {
        char c = _at < _text.Length ? _text[_at++] : '\0';
        if (c != 'u')
        {
            int known = "\"\\/bfnrt".IndexOf(c);
            return known >= 0 ? "\"\\/\b\f\n\r\t"[known] : throw Unexpected();
        }

        if (_at + 4 > _text.Length || !ushort.TryParse(_text.Substring(_at, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ushort code))
        {
            throw Unexpected();
        }

        _at += 4;
        return (char)code;
    }

    private object? Word(string word, object? value)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            throw Unexpected();
        }

        _at += word.Length;
        return value;
    }

    private double Number()
    {
        int start = _at;
        while (_at < _text.Length && "+-.eE0123456789".IndexOf(_text[_at]) >= 0)
        {
            _at++;
        }

        return double.TryParse(_text.Substring(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw Unexpected();
    }

    private void Expect(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
        {
            throw Unexpected();
        }

        _at++;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is (' ' or '\n' or '\r' or '\t'))
        {
            _at++;
        }
    }

    private FormatException Unexpected() =>
        new(string.Format(CultureInfo.InvariantCulture, "This is not JSON: unexpected at character {0}.", _at));
}
