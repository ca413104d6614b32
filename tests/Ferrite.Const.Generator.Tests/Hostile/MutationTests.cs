using System.Globalization;
using System.Text;
using Ferrite.Const.Generator.Tests.Differential;
using Ferrite.Const.Generator.Tests.Evaluating;

namespace Ferrite.Const.Generator.Tests.Hostile;

/// <summary>Whatever an editor holds between two keystrokes, the generator doesn't throw.</summary>
public class MutationTests
{
    private static readonly string[] Pieces =
    [
        "", ";", "{", "}", "(", ")", "[", "]", "static", "int", "0", "null", "ref", "out x", "=>", "?", ":", "default", "this", "base", "T", "<T>", "async", "yield return", "unsafe",
        "[ConstFn]", "[ConstEval(\"X\")]", "record", "class", "struct", "goto", "case 1:", "try {", "await", "x => x", "stackalloc int[3]", "..", "^1", "is {", "with {", "checked(", "\"", "'", "//", "/*",
    ];

    /// <summary>FERRITE_MUTATIONS=10000 for that many.</summary>
    private static readonly int Count = Environment.GetEnvironmentVariable("FERRITE_MUTATIONS") is { Length: > 0 } count ? int.Parse(count, CultureInfo.InvariantCulture) : 300;

    [Fact]
    public void Mutated_sources_never_make_the_generator_throw()
    {
        var random = new Random(5);
        for (int i = 0; i < Count; i++)
        {
            string source = Mutate(Original(random), random);

            Generated generated = Generated.From(source);

            Assert.True(generated.Result.Exception is null, $"{generated.Result.Exception}\n{source}");

            // A failure inside is contained, and told; in code that compiles there is none.
            bool failed = generated.Messages.Any(static message => message.Contains("the evaluator failed", StringComparison.Ordinal) || message.Contains("lowering failed", StringComparison.Ordinal));
            Assert.False(failed && generated.Errors.Length == 0, string.Join('\n', generated.Messages) + "\n" + source);
        }
    }

    private static string Original(Random random)
    {
        string members = random.Next(4) == 0 ? ProgramWriter.Write(random, "Inner") : LanguagePrograms.All[random.Next(LanguagePrograms.All.Length)];
        return Lab.Wrap(members.Replace("public static int Run()", "[ConstEval(\"X\")] public static int Run()", StringComparison.Ordinal).Replace("public static string Run()", "[ConstEval(\"Y\")] public static string Run()", StringComparison.Ordinal));
    }

    private static string Mutate(string source, Random random)
    {
        var text = new StringBuilder(source);
        for (int edits = random.Next(1, 5); edits > 0 && text.Length > 0; edits--)
        {
            int at = random.Next(text.Length), length = Math.Min(random.Next(0, 12), text.Length - at);
            switch (random.Next(4))
            {
                case 0: text.Remove(at, length); break;
                case 1: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 2: text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                default: text.Insert(at, text.ToString(random.Next(text.Length - length + 1), length)); break;
            }
        }

        return text.ToString();
    }
}
