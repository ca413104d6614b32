using Ferrite.Const;

namespace Ferrite.Samples;

/// <summary>
/// Keywords by a perfect hash: the compiler searches for the multiplier that gives each its own number, and the numbers are the cases of a switch.
/// <c>dotnet run --project samples -- keywords if goto iff</c>
/// </summary>
internal static partial class KeywordHash
{
    internal static int Run(string[] words)
    {
        foreach (string word in words)
        {
            Console.WriteLine($"{word}: {Kind(word)}");
        }

        return 0;
    }

    /// <summary>One multiplication, one jump, one comparison.</summary>
    private static string Kind(string word) => Hash(word, Multiplier) switch
    {
        If when word is "if" => "branch",
        Else when word is "else" => "branch",
        For when word is "for" => "loop",
        While when word is "while" => "loop",
        Return when word is "return" => "jump",
        Goto when word is "goto" => "jump",
        _ => "no keyword",
    };

    [ConstFn]
    private static int Hash(string word, uint multiplier)
    {
        uint hash = (uint)word.Length;
        foreach (char c in word)
        {
            hash = unchecked((hash ^ c) * multiplier);
        }

        return (int)(hash >> 29);
    }

    /// <summary>Eight places for six words.</summary>
    [ConstEval("Multiplier")]
    private static uint FindMultiplier()
    {
        string[] words = ["if", "else", "for", "while", "return", "goto"];
        for (uint multiplier = 3; ; multiplier += 2)
        {
            int taken = 0;
            bool perfect = true;
            foreach (string word in words)
            {
                int place = 1 << Hash(word, multiplier);
                perfect &= (taken & place) == 0;
                taken |= place;
            }

            if (perfect)
            {
                return multiplier;
            }
        }
    }

    // Each is a constant, so a case; two that were equal would not compile.
    [ConstEval("If")]
    private static int HashOfIf() => Hash("if", Multiplier);

    [ConstEval("Else")]
    private static int HashOfElse() => Hash("else", Multiplier);

    [ConstEval("For")]
    private static int HashOfFor() => Hash("for", Multiplier);

    [ConstEval("While")]
    private static int HashOfWhile() => Hash("while", Multiplier);

    [ConstEval("Return")]
    private static int HashOfReturn() => Hash("return", Multiplier);

    [ConstEval("Goto")]
    private static int HashOfGoto() => Hash("goto", Multiplier);
}
