using Ferrite.TestKit;

namespace Ferrite.Packages.Tests;

/// <summary>A machine without a C compiler: the build says so once and goes on, and what it built says so too.</summary>
public sealed class CompilerMissingTests
{
    [Fact]
    public void Builds_with_one_warning_and_without_the_guard()
    {
        using var copy = new SourceCopy();
        string project = copy.PathOf("app/App.csproj");
        Directory.CreateDirectory(copy.PathOf("app"));
        File.WriteAllText(project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><ProjectReference Include="../src/Ferrite.Mapping/Ferrite.Mapping.csproj" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(copy.PathOf("app/Program.cs"), """
            using Ferrite.Mapping;

            using MappedFile file = MappedFile.Create(args[0], 4096);
            file.Write(8, 42L);
            Console.WriteLine($"{FaultGuard.IsSupported} {file.Read<long>(8)}");
            """);

        string build = Tool.Run("dotnet", "build", project, "-c", "Release", "-p:FaultGuardCompiler=no-such-compiler", "-nodeReuse:false");

        // The compiler's line, and its repetition in the summary at the end.
        string[] warnings = [.. build.Split('\n').Where(line => line.Contains("FERB001", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct(StringComparer.Ordinal)];
        Assert.Contains("No C compiler ('no-such-compiler')", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal("False 42\n", Tool.Run("dotnet", copy.PathOf("app/bin/Release/net10.0/App.dll"), copy.PathOf("data")));
    }
}
