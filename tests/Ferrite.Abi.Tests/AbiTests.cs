using System.Reflection;
using Ferrite.TestKit;

namespace Ferrite.Abi.Tests;

public sealed class AbiTests
{
    [NeedsFact(Needs.CCompiler | Needs.Linux)]
    public void Linux_constants_structs_and_calls_are_those_of_the_C_headers() => AssertAgrees(CHeaders.Linux);

    [NeedsFact(Needs.CCompiler)]
    public void MacOS_constants_and_structs_are_those_of_the_C_headers() => AssertAgrees(CHeaders.MacOS);

    [MinGWFact]
    public void Windows_constants_structs_and_calls_are_those_of_the_C_headers() => CProgram.CompileAssertions(CHeaders.Windows);

    [Fact]
    public void Every_type_that_mirrors_C_is_checked()
    {
        Type[] checkedTypes = [.. CHeaders.Linux.Types, .. CHeaders.MacOS.Types, .. CHeaders.Windows.Types];
        Assert.Empty(CHeaders.Mirrors.Except(checkedTypes));
        Assert.True(CHeaders.Linux.Types.Count >= 10 && CHeaders.MacOS.Types.Count >= 4 && CHeaders.Windows.Types.Count >= 5);
    }

    /// <summary>What is computed at run time can't be compared: constants are to be constants.</summary>
    [Fact]
    public void Interop_types_have_no_other_static_fields() => Assert.DoesNotContain(
        CHeaders.Mirrors
            .Where(static type => type.Namespace!.Contains("Interop", StringComparison.Ordinal))
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)),
        static field => !field.IsLiteral);

    private static void AssertAgrees(CHeaders headers)
    {
        List<string> disagreements = CProgram.Disagreements(headers);
        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements));
    }
}
