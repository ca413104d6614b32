using System.Collections.Immutable;
using System.Text;
using Ferrite.Analyzers.Tests.Docs;
using Ferrite.Analyzers.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Analyzers.Tests.Hostile;

/// <summary>An editor runs the rules on code that is half written: none may throw, whatever it sees.</summary>
public sealed class MutationTests
{
    private static readonly string[] Pieces =
    [
        "unsafe", "{", "}", "(", ")", ";", "*", "->", "[", "]", "stackalloc", "// SAFETY:", "/* SAFETY: */", "new", "using", "DangerousGetHandle()", "?.",
        ".", "ref", "out", "=>", "=", "<", ">", "return", "static", "partial", "class", "\"", "'", "#if", "0", "null", "default", "this", "base", "\n", "",
    ];

    /// <summary>How many mutations: FERRITE_DEEP=100000 for more.</summary>
    private static int Count { get; } =
        Environment.GetEnvironmentVariable("FERRITE_DEEP") is { Length: > 0 } deep ? int.Parse(deep, System.Globalization.CultureInfo.InvariantCulture) : 120;

    private static int EveryLine { get; } = Count > 120 ? 1 : 5;

    private static string[] Corpus { get; } = [.. CorrectTests.Files.Select(File.ReadAllText), .. RulePages.All.SelectMany(static page => page.Examples).Select(static example => example.Source)];

    [Fact]
    public void No_rule_throws_on_mutated_code()
    {
        const int Seed = 20_261_120;
        var random = new Random(Seed);
        for (int i = 0; i < Count; i++)
        {
            AssertNoneThrows([Mutate(Corpus[random.Next(Corpus.Length)], random)], Compiler.All);
        }
    }

    /// <summary>Prefixes that end a line, with FERRITE_DEEP all of them: a file as it is being typed.</summary>
    [Fact]
    public void No_rule_throws_on_code_that_breaks_off()
    {
        foreach (string source in RulePages.All.SelectMany(static page => page.Examples).Select(static example => example.Source))
        {
            string[] lines = source.Split('\n');
            for (int count = 1; count < lines.Length; count += EveryLine)
            {
                AssertNoneThrows([string.Join('\n', lines[..count])], Compiler.All);
            }
        }
    }

    [Fact]
    public void No_rule_throws_without_the_types_it_knows()
    {
        AssertNoneThrows(Corpus, []);
        AssertNoneThrows(Corpus, Compiler.Framework);
    }

    [Theory]
    [InlineData("")]
    [InlineData("// SAFETY:")]
    [InlineData("/* SAFETY:")]
    [InlineData("unsafe")]
    [InlineData("class C { unsafe")]
    [InlineData("handle.DangerousAddRef(ref added); raw = handle.DangerousGetHandle(); handle?.Dispose(); use(raw);")]
    [InlineData("return view.Span;")]
    [InlineData("?.DangerousGetHandle();")]
    [InlineData("class C { void M() => ?.DangerousAddRef(); }")]
    [InlineData("namespace System.Runtime.InteropServices { class SafeHandle : SafeHandle { } class C { object M() => new SafeHandle(7, true); } }")]
    [InlineData("namespace Ferrite.Mapping { class MappedFile { } struct MappedView { } } class C { void M() { var v = new Ferrite.Mapping.MappedFile().Length; } }")]
    [InlineData("class C { [System.Runtime.InteropServices.LibraryImport] partial int f(int fd); [System.Runtime.InteropServices.DllImport(null)] static extern int g(int fd); }")]
    [InlineData("using (var x) { nint y = x.DangerousGetHandle(); }")]
    public void No_rule_throws_on(string source) => AssertNoneThrows([source], Compiler.All);

    private static void AssertNoneThrows(IReadOnlyList<string> sources, ImmutableArray<MetadataReference> references)
    {
        SyntaxTree[] trees = [.. sources.Select(static (source, index) => CSharpSyntaxTree.ParseText(source, Compiler.ParseOptions, $"File{index}.cs"))];
        ImmutableArray<Diagnostic> found = AllRules.Run(CSharpCompilation.Create("Hostile", trees, references, Compiler.Options(trees)));
        Diagnostic? thrown = found.FirstOrDefault(static diagnostic => diagnostic.Id is "AD0001");
        Assert.True(thrown is null, $"{thrown}\nof\n{string.Join("\n----\n", sources)}");
    }

    /// <summary>Some tokens' worth of text taken out, doubled, moved or replaced.</summary>
    private static string Mutate(string source, Random random)
    {
        var text = new StringBuilder(source);
        for (int i = random.Next(1, 6); i > 0 && text.Length > 0; i--)
        {
            int at = random.Next(text.Length);
            int length = random.Next(0, Math.Min(24, text.Length - at));
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2:
                    text.Insert(at, $" {Pieces[random.Next(Pieces.Length)]} ");
                    break;
                default:
                    text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}
