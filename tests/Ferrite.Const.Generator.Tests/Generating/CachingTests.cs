using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Generator.Tests.Generating;

/// <summary>An edit costs what it touches: MIR that didn't change is never evaluated again.</summary>
public class CachingTests
{
    private const string Constants =
        """
        using Ferrite.Const;
        public static partial class Layout
        {
            [ConstFn] static uint Gap(uint x, uint y) => x > y ? x - y : y - x;
            [ConstEval("HeaderGap")] static uint ComputeGap() => Gap(3, Limit.Top);
            [ConstEval("Other")] static int ComputeOther() { int n = 2; Add(3); return n + new Size(1).Twice; void Add(int x) => n += x; }
            struct Size { int _n = 4; [ConstFn] public Size(int n) => _n += n; [ConstFn] public int Twice => _n * 2; }
        }
        """;

    private const string Limit = "static class Limit { public const uint Top = 5; public static int Size => 3; }";
    private const string Program = "class Program { static void Main() { int x = 1; } }";

    [Theory]
    [InlineData(2, "int x = 1", "int x = 12345")]
    [InlineData(2, "class Program {", "class Program { /* a comment */")]
    [InlineData(2, "static void Main", "static void Added() { } static void Main")]
    [InlineData(1, "Size => 3", "Size => 4")]
    [InlineData(0, "using Ferrite.Const;", "// above\n\nusing Ferrite.Const;")]
    [InlineData(0, "static uint Gap", "/* between */ static uint Gap")]
    [InlineData(0, "Add(3);", "/* within */ Add(3);")]
    [InlineData(0, "int _n = 4", "int _n /* a field */ = 4")]
    public void An_unrelated_edit_evaluates_nothing(int file, string old, string changed)
    {
        Generated after = Edit(file, old, changed);

        Assert.All(after.Reasons(ConstEvalGenerator.MirStep), static reason => Assert.Contains(reason, (IncrementalStepRunReason[])[IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged]));
        Assert.Equal(2, after.Reasons(ConstEvalGenerator.EvaluationStep).Length);
        Assert.All(after.Reasons(ConstEvalGenerator.EvaluationStep), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(after.Reasons(ConstEvalGenerator.EmitStep), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData(0, "y - x;", "y - x + 1;")]
    [InlineData(0, "Gap(3", "Gap(4")]
    [InlineData(1, "Top = 5", "Top = 6")]
    public void A_related_edit_evaluates_what_it_changes_and_no_more(int file, string old, string changed)
    {
        Generated after = Edit(file, old, changed);

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], after.Reasons(ConstEvalGenerator.EvaluationStep));
    }

    [Fact]
    public void A_change_without_effect_on_the_result_emits_nothing()
    {
        Generated after = Edit(0, "x - y :", "x - y + 0 :");

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], after.Reasons(ConstEvalGenerator.MirStep).Select(static reason => reason == IncrementalStepRunReason.Unchanged ? IncrementalStepRunReason.Cached : reason));
        Assert.Contains("HeaderGap = 2u", after.Source, StringComparison.Ordinal);
    }

    /// <summary>1.0 equals 1.00, and is another number to who writes it.</summary>
    [Fact]
    public void A_decimal_with_other_digits_is_another_constant()
    {
        CSharpCompilation before = Lab.Compile("using Ferrite.Const; static partial class P { [ConstEval(\"Price\")] static decimal Compute() => 1.0m; }");
        Generated first = Generated.From(before);
        Assert.Contains("Price = 1.0m", first.Source, StringComparison.Ordinal);
        SyntaxTree tree = before.SyntaxTrees[0];

        Generated after = first.With(before.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(tree.ToString().Replace("1.0m", "1.00m", StringComparison.Ordinal)))));

        Assert.Contains("Price = 1.00m", after.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_step_has_a_name_and_hands_on_values()
    {
        Generated generated = Generated.From(Constants, Limit, Program);
        string[] steps = [ConstEvalGenerator.LimitsStep, ConstEvalGenerator.LoweringStep, ConstEvalGenerator.MirStep,
            ConstEvalGenerator.EvaluationStep, ConstEvalGenerator.EmitStep, ConstEvalGenerator.PositionsStep, ConstEvalGenerator.PromisesStep];

        Assert.All(steps, step => Assert.True(generated.Result.TrackedSteps.ContainsKey(step), step));
        foreach (string step in steps)
        {
            foreach (object value in generated.Result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Value)) Models.AssertValue(value, step);
        }
    }

    /// <summary>A compiler server builds the same project again and again, with options whose resolvers throw when they are compared.</summary>
    [Fact]
    public void A_project_is_built_again_by_the_same_process()
    {
        CSharpCompilation first = Lab.Compile(Constants, Limit, Program);
        CSharpCompilation again = first.WithOptions(first.Options.WithXmlReferenceResolver(new Incomparable()));

        Assert.Null(Generated.From(first.WithOptions(first.Options.WithXmlReferenceResolver(new Incomparable()))).Result.Exception);
        Generated second = Generated.From(again);

        Assert.Null(second.Result.Exception);
        Assert.Contains("HeaderGap = 2u", second.Source, StringComparison.Ordinal);
    }

    private sealed class Incomparable : XmlReferenceResolver
    {
        public override bool Equals(object? other) => throw new InvalidOperationException("compared");

        public override int GetHashCode() => 0;

        public override string? ResolveReference(string path, string? baseFilePath) => null;

        public override Stream OpenRead(string resolvedPath) => Stream.Null;
    }

    private static Generated Edit(int file, string old, string changed)
    {
        CSharpCompilation before = Lab.Compile(Constants, Limit, Program);
        Generated first = Generated.From(before);
        Assert.Empty(first.Messages);
        SyntaxTree tree = before.SyntaxTrees[file];
        string text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        SyntaxTree edited = tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text.Replace(old, changed, StringComparison.Ordinal)));
        return first.With(before.ReplaceSyntaxTree(tree, edited));
    }
}
