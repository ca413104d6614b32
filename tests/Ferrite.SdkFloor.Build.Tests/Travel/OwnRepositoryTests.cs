using Ferrite.SdkFloor.Build.Tests.Kit;
using Ferrite.TestKit.Laws;

namespace Ferrite.SdkFloor.Build.Tests.Travel;

/// <summary>This repository declares a floor, and is checked by its own package as its sources make it.</summary>
public sealed class OwnRepositoryTests
{
    [Fact]
    public void Below_its_floor_nothing_is_compiled()
    {
        BuildOutcome outcome = Workshop.RunIn(
            Repository.Root, "msbuild", Repository.PathOf("src/Ferrite.Handles"), "-t:CoreCompile", "-p:BuildProjectReferences=false",
            $"-p:Configuration={Workshop.Configuration}", "-p:FerriteSdkVersion=9.0.300");
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("error FLOOR001: Ferrite.Handles needs SDK 10.0.100; this is 9.0.300.", outcome.ErrorsOf("Ferrite.Handles"));
    }
}
