using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Model;

/// <summary>
/// Random sequences of operations against a plain <c>byte[]</c>; FERRITE_DEEP=100000 for more of them. A counterexample is shrunk and
/// printed as a program.
/// </summary>
public sealed class ModelTests : FileTests
{
    private const int Sequences = 5_000;

    [Fact]
    public void A_file_does_what_an_array_would()
    {
        int count = Environment.GetEnvironmentVariable("FERRITE_DEEP") is { Length: > 0 } deep
            ? int.Parse(deep, CultureInfo.InvariantCulture)
            : Sequences;
        int number = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count),
            Prop.ForAll(ScenarioGenerator.Scenarios(), scenario => scenario.Run(PathOf($"{number++}"))));
    }
}
