using Ferrite.Const.Generator.Tests.Differential;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Generator.Tests.Evaluating;

/// <summary>Every construct of the language, evaluated to what it does when it runs.</summary>
public class LanguageTests
{
    public static TheoryData<string> Programs => [.. LanguagePrograms.All];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Evaluates_to_what_it_does_when_it_runs(string members)
    {
        CSharpCompilation compilation = Lab.Compile(Lab.Wrap(members));

        (_, string evaluated, string executed) = Assert.Single(Both.Run(compilation, ["P"]));

        Assert.Equal(executed, evaluated);
    }
}
