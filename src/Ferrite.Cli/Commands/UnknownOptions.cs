using System.CommandLine;
using System.CommandLine.Parsing;

namespace Ferrite.Cli.Commands;

/// <summary>
/// The parser takes an option that it doesn't know for an argument; a mistyped option would be looked for as a file. Only behind "--"
/// may an argument begin with a dash; "-" alone is one.
/// </summary>
internal static class UnknownOptions
{
    internal static IEnumerable<string> In(ParseResult parsed)
    {
        HashSet<Token> arguments = [.. parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(static result => result.Tokens)];
        return parsed.Tokens
            .TakeWhile(static token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Value is ['-', _, ..] && arguments.Contains(token))
            .Select(static token => token.Value);
    }
}
