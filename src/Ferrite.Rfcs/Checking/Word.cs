using System.Globalization;

namespace Ferrite.Rfcs.Checking;

/// <summary>A word: what white space separates, without the punctuation around it; of scripts that don't separate words, a character.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="Line">From 1.</param>
internal readonly record struct Word(string Text, int Line)
{
    private const string Punctuation = ".,;:!?\"'()[]*_`~|#>-";

    internal static IEnumerable<Word> Split(string text, int line)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isAlone = i < text.Length && char.GetUnicodeCategory(text[i]) == UnicodeCategory.OtherLetter;
            if (i < text.Length && !char.IsWhiteSpace(text[i]) && !isAlone)
            {
                continue;
            }

            if (text[start..i].Trim(Punctuation.ToCharArray()) is { Length: > 0 } word)
            {
                yield return new Word(word, line);
            }

            if (isAlone)
            {
                yield return new Word(text[i].ToString(), line);
            }

            line += i < text.Length && text[i] == '\n' ? 1 : 0;
            start = i + 1;
        }
    }
}
