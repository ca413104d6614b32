using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Ferrite.Rfcs.Book;

/// <summary>What a highlighter needs to know of a language.</summary>
/// <param name="Tokens">Groups comment, string, number and name; what is in none of them is a word.</param>
/// <param name="Keywords">Words that are the language's own.</param>
/// <param name="HasTypes">Whether words that begin with a capital are types.</param>
internal sealed partial record CodeLanguage(Regex Tokens, FrozenSet<string> Keywords, bool HasTypes)
{
    private static readonly CodeLanguage CSharp = new(CSharpTokens, Words(
        """
        abstract allows as async await base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit
        extension extern false finally fixed float for foreach get global goto if implicit in init int interface internal is lock long nameof namespace new nint
        not notnull nuint null object operator or and out override params partial private protected public readonly record ref required return sbyte scoped sealed set
        short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unmanaged unsafe ushort using var virtual void volatile when
        where while with yield
        """), HasTypes: true);

    private static readonly CodeLanguage Rust = new(RustTokens, Words(
        """
        as async await bool box break char const continue crate dyn else enum extern f32 f64 false fn for i8 i16 i32 i64 i128 if impl in isize let loop match mod move mut pub
        ref return self Self static str struct super trait true type u8 u16 u32 u64 u128 union unsafe use usize where while
        """), HasTypes: true);

    private static readonly CodeLanguage Shell = new(ShellTokens, Words(
        "case cd do done echo elif else esac exit export fi for function if in local read return set shift sudo then trap until while"), HasTypes: false);

    private static readonly CodeLanguage C = new(RustTokens, Words(
        "auto break case char const continue default do double else enum extern float for goto if inline int long register return short signed sizeof static struct switch typedef union unsigned void volatile while"),
        HasTypes: false);

    private static readonly CodeLanguage Json = new(JsonTokens, Words("true false null"), HasTypes: false);

    private static readonly CodeLanguage Xml = new(XmlTokens, FrozenSet<string>.Empty, HasTypes: false);

    /// <summary>By the word behind the fence; null where it is unknown.</summary>
    internal static CodeLanguage? Find(string name) => name.ToLowerInvariant() switch
    {
        "csharp" or "cs" or "c#" => CSharp,
        "rust" or "rs" => Rust,
        "c" or "h" => C,
        "sh" or "bash" or "shell" or "console" => Shell,
        "json" or "jsonc" => Json,
        "xml" or "html" or "msbuild" or "csproj" => Xml,
        _ => null,
    };

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(""""
        (?<comment>//[^\n]*|/\*[\s\S]*?\*/)|(?<string>\$*"""[\s\S]*?"""|[$@]*@[$@]*"([^"]|"")*"|\$?"([^"\\\n]|\\.)*"|'([^'\\\n]|\\.)+')|(?<number>\b[0-9][0-9A-Za-z_]*(\.[0-9][0-9A-Za-z_]*)?)|@?[A-Za-z_][A-Za-z0-9_]*
        """", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex CSharpTokens { get; }

    [GeneratedRegex(""""
        (?<comment>//[^\n]*|/\*[\s\S]*?\*/)|(?<string>b?r(#*)"[^"]*"\#*|b?"([^"\\]|\\[\s\S])*"|b?'([^'\\\n]|\\[^\n]{1,8})')|(?<name>'[a-z_]+\b|\#!?\[[^\]]*\])|(?<number>\b[0-9][0-9A-Za-z_]*(\.[0-9][0-9A-Za-z_]*)?)|[A-Za-z_][A-Za-z0-9_]*!?
        """", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex RustTokens { get; }

    [GeneratedRegex(""""
        (?<comment>(?<=^|\s)\#[^\n]*)|(?<string>"([^"\\]|\\[\s\S])*"|'[^']*')|(?<name>\$\{[^}\n]*\}|\$[A-Za-z_0-9@*\#?]+|(?<=^|\s)--?[A-Za-z][A-Za-z0-9-]*)|[A-Za-z_][A-Za-z0-9_.-]*
        """", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10_000)]
    private static partial Regex ShellTokens { get; }

    [GeneratedRegex(""""
        (?<comment>//[^\n]*|/\*[\s\S]*?\*/)|(?<name>"([^"\\\n]|\\.)*"(?=\s*:))|(?<string>"([^"\\\n]|\\.)*")|(?<number>-?\b[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?)|[a-z]+
        """", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex JsonTokens { get; }

    [GeneratedRegex(""""
        (?<comment><!--[\s\S]*?-->)|(?<name></?[A-Za-z_][\w:.-]*|\??/?>)|(?<string>"[^"<]*"|'[^'<]*')|(?<number>&[#\w]+;)
        """", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex XmlTokens { get; }
}
