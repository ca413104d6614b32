using Ferrite.SdkFloor.Build.Tests.Kit;

namespace Ferrite.SdkFloor.Build.Tests.Travel;

/// <summary>Each command of the SDK, on a project without Ferrite that uses a package with a floor of 10.0.200.</summary>
[Collection(nameof(BuiltConsumers))]
public sealed class CommandTests(BuiltConsumers built)
{
    private const string TooOld = "-p:FerriteSdkVersion=10.0.100";
    private const string Told = "error FLOOR001: Floor.Direct 1.0.0 needs .NET SDK 10.0.200 or later; this build runs on 10.0.100.";

    private string Project => built.Shop.PathOf("commands/Runner/Runner.csproj");

    [Fact]
    public void Run_test_publish_and_pack_listen_and_clean_restore_and_editors_do_not()
    {
        built.Shop.Project("commands/Runner", "<OutputType>Exe</OutputType>", FlooredPackages.Reference("Floor.Direct"), withFerrite: false);
        built.Shop.Write("commands/Runner/Program.cs", "System.Console.WriteLine(Greeting.Text);");

        Fails("run", "--project", Project, TooOld);
        Assert.Equal("hello", built.Shop.Run("run", "--project", Project).AssertSucceeded().Output.Trim());
        Fails("test", Project, "-p:IsTestProject=true", TooOld);
        Fails("publish", Project, TooOld);
        Fails("publish", Project, "--no-build", "-c", "Debug", TooOld);
        Fails("pack", Project, "--no-build", "-c", "Debug", TooOld);
        Succeeds("publish", Project, "--no-build", "-c", "Debug");
        Succeeds("pack", Project, "--no-build", "-c", "Debug");
        Succeeds("restore", Project, TooOld);
        Succeeds("msbuild", Project, "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", TooOld);
        Succeeds("clean", Project, TooOld);
    }

    [Fact]
    public void The_running_sdk_may_be_told_by_the_environment_and_on_the_command_line()
    {
        built.Shop.Project("commands/Told", "", FlooredPackages.Reference("Floor.Direct"), withFerrite: false);
        string project = built.Shop.PathOf("commands/Told/Told.csproj");
        Assert.Contains(Told, built.Shop.Run("build", project, "-p:NETCoreSdkVersion=10.0.100", "-p:AllowMissingPrunePackageData=true").Output, StringComparison.Ordinal);
        Assert.Contains(Told, built.Shop.RunWith("FerriteSdkVersion", "10.0.100", "build", project).Output, StringComparison.Ordinal);
        Assert.Empty(built.Shop.RunWith("FerriteSdkVersion", "10.0.200", "build", project).ErrorsOf("Told"));
    }

    private void Fails(string command, params string[] arguments)
    {
        BuildOutcome outcome = built.Shop.Run(command, arguments);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(Told, outcome.Output, StringComparison.Ordinal);
    }

    private void Succeeds(string command, params string[] arguments) => built.Shop.Run(command, arguments).AssertSucceeded();
}
