using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Model;

/// <summary>
/// Random sequences of operations against a plain <c>byte[]</c>: 2,000 a run; FERRITE_DEEP=100000 for more. A counterexample is shrunk
/// and printed as a program.
/// </summary>
public sealed class ModelTests
{
    [Fact]
    public void A_file_does_what_an_array_would()
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("FERRITE_DEEP") ?? "2000", CultureInfo.InvariantCulture);
        string directory = Directory.CreateTempSubdirectory("ferrite-model-").FullName;
        int number = 0;
        try
        {
            Check.One(
                Config.QuickThrowOnFailure.WithMaxTest(count),
                Prop.ForAll(ScenarioGenerator.Scenarios(), scenario => scenario.Run(Path.Combine(directory, $"{number++}"))));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
