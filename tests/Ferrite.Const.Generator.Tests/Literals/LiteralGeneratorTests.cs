using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Tests.Literals;

public sealed class LiteralGeneratorTests
{
    private const string User = """
        using Ferrite.Const;
        class User
        {
            void Use(FixedSpan<int, _1500> span, ValueArray100<_2> array)
            {
                System.Type type = typeof(_3);
                int value = _4.As<int>() + default(_5).GetHashCode();
                _6 declared = new _6();
            }

            _8 Property => default;
            _9[] Method() => null;
        }
        """;

    [Fact]
    public void Every_place_of_a_type_gets_its_alias()
    {
        var run = new Run(User);

        Assert.Equal([], run.Errors());
        string source = Source(run, "Literals.g.cs");
        Assert.Contains(
            "global using @_1500 = global::Ferrite.Const.Dec<global::Ferrite.Const.Dec<global::Ferrite.Const.Dec<global::Ferrite.Const.D1, global::Ferrite.Const.D5>, global::Ferrite.Const.D0>, global::Ferrite.Const.D0>;",
            source,
            StringComparison.Ordinal);
        Assert.Equal(8, source.Split("global using").Length - 1);
        Assert.Contains("internal struct ValueArray100<T>", Source(run, "ValueArray100.g.cs"), StringComparison.Ordinal);
    }

    /// <summary>At the level of warnings that the newest SDK has.</summary>
    [Fact]
    public void Names_in_lower_case_are_no_warning()
    {
        var run = new Run("[assembly: Ferrite.Const.ConstLiteral(\"size\", 4)] class User { public System.Collections.Generic.List<@size> A = null; }");

        Assert.Contains("global using @size = ", Source(run, "Literals.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Ordinary_names_are_left_alone()
    {
        var run = new Run("""
            class User
            {
                const int _4 = 4;
                int _5 = _4;
                bool Is(object o) => o is _4;
                int Add(int _6) => _6 + _5;
            }
            """);

        Assert.Equal([], run.Errors());
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void Leading_zeros_and_letters_make_no_literal()
    {
        var run = new Run("class User { System.Collections.Generic.List<_07> A; System.Collections.Generic.List<_1a> B; System.Collections.Generic.List<_> C; }");

        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void An_alias_of_that_name_is_reported_and_not_written_again()
    {
        var run = new Run("using _4 = System.Int32; class User { System.Collections.Generic.List<_4> A; }");

        Diagnostic finding = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id.StartsWith("FER", StringComparison.Ordinal));
        Assert.Equal("FER3021", finding.Id);
        Assert.Equal("(1,1): error FER3021: _4 is the number's own name, which Ferrite.Const writes: remove this alias", finding.ToString()["0.cs".Length..]);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id is "CS1537");
    }

    [Theory]
    [InlineData("\"a b\", 3", "FER3020")]
    [InlineData("\"class\", 3", "FER3020")]
    [InlineData("\"_4\", 3", "FER3020")]
    [InlineData("\"X\", 3.5", "FER3001")]
    [InlineData("\"X\", null", "FER3001")]
    [InlineData("\"X\", typeof(int)", "FER3001")]
    [InlineData("\"X\", new[] { 1 }", "FER3001")]
    public void What_can_be_no_type_is_refused_where_it_stands(string arguments, string rule)
    {
        var run = new Run($"[assembly: Ferrite.Const.ConstLiteral({arguments})]");

        Diagnostic finding = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id.StartsWith("FER", StringComparison.Ordinal));
        Assert.Equal(rule, finding.Id);
        Assert.Equal("0.cs", finding.Location.GetLineSpan().Path);
    }

    [Fact]
    public void Code_that_does_not_compile_is_no_reason_to_fail()
    {
        foreach (string source in new[] { "[assembly: Ferrite.Const.ConstLiteral(", "[assembly: Ferrite.Const.ConstLiteral(\"X\")] List<_4", "class A { _5 ; using _4 = ; <_6 }" })
        {
            Assert.Null(new Run(source).Result.Exception);
        }
    }

    [Fact]
    public void An_edit_that_concerns_no_literal_changes_nothing()
    {
        var run = new Run(User, "class Other { int A; }");
        run.Edit(1, "class Other { int B; /* comment */ }");

        Assert.All(run.Reasons("Aliases").Concat(run.Reasons("Arrays")), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        run.Edit(1, "class Other { System.Collections.Generic.List<_77> B; }");
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons("Aliases"));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons("Arrays"));
        run.Edit(1, "class Other { System.Collections.Generic.List<_77> B, C; }");
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons("Aliases"));
    }

    private static string Source(Run run, string name) => run.Result.GeneratedSources.Single(source => string.Equals(source.HintName, name, StringComparison.Ordinal)).SourceText.ToString();
}
