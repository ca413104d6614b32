using System.Buffers;
using System.Text;

namespace Ferrite.Cli.Files;

/// <summary>
/// A pattern of the shell over names of any bytes, in time proportional to both lengths: <c>*</c> and <c>?</c> stay within a name,
/// <c>**</c> crosses directories, <c>[a-z]</c> and <c>[!a-z]</c> are one character, and after a backslash everything means itself. A pattern
/// with a slash is held against the path below what was asked for, one without against the last name of it.
/// </summary>
internal sealed class Glob
{
    private readonly List<GlobToken> _tokens = [];
    private readonly bool _isOfPaths;

    private Glob(bool isOfPaths) => _isOfPaths = isOfPaths;

    /// <exception cref="FormatException">It is empty, or something in it has no end.</exception>
    internal static Glob Parse(ReadOnlySpan<byte> pattern)
    {
        ReadOnlySpan<byte> rest = pattern.Trim((byte)'/');
        var glob = new Glob(pattern.TrimEnd((byte)'/').Contains((byte)'/'));
        if (rest.IsEmpty)
        {
            throw new FormatException("it is empty");
        }

        while (!rest.IsEmpty)
        {
            glob._tokens.Add(GlobToken.Read(ref rest));
        }

        return glob;
    }

    /// <param name="path">Below what was asked for.</param>
    internal bool Matches(ReadOnlySpan<byte> path)
    {
        ReadOnlySpan<byte> text = _isOfPaths ? path : path[(path.LastIndexOf((byte)'/') + 1)..];
        bool[] states = new bool[_tokens.Count + 1];
        bool[] next = new bool[_tokens.Count + 1];
        Enter(states, 0);
        while (!text.IsEmpty)
        {
            bool isText = Rune.DecodeFromUtf8(text, out Rune rune, out int length) == OperationStatus.Done;
            // What is no text is one byte, which no character of a pattern is, but its own byte.
            length = isText ? length : 1;
            int symbol = isText ? rune.Value : GlobToken.OfByte(text[0]);
            Step(states, next, symbol);
            (states, next) = (next, states);
            text = text[length..];
        }

        return states[^1];
    }

    private void Step(bool[] states, bool[] next, int symbol)
    {
        Array.Clear(next);
        for (int i = 0; i < _tokens.Count; i++)
        {
            if (!states[i])
            {
                continue;
            }

            GlobToken token = _tokens[i];
            if (token.Repeats && token.Accepts(symbol))
            {
                next[i] = true;
            }

            // "**/" ends at a slash only; other repeated ones may end anywhere.
            if (token.Kind == GlobKind.Directories ? symbol == '/' : token.Accepts(symbol))
            {
                Enter(next, i + 1);
            }
        }
    }

    /// <summary>And what comes after it, if it may be nothing.</summary>
    private void Enter(bool[] states, int index)
    {
        states[index] = true;
        if (index < _tokens.Count && _tokens[index].Repeats)
        {
            Enter(states, index + 1);
        }
    }
}
