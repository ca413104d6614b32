using Ferrite.SdkFloor.Build.Tests.Kit;
using static Ferrite.SdkFloor.Build.Tests.Kit.FlooredPackages;

namespace Ferrite.SdkFloor.Build.Tests.Travel;

/// <summary>Projects that use packages with floors, all built by one command, on an SDK that says it is 10.0.100 where the project doesn't say otherwise.</summary>
public sealed class BuiltConsumers : IDisposable
{
    internal const string Old = "<FerriteSdkVersion>10.0.100</FerriteSdkVersion>";
    internal const string New = "<FerriteSdkVersion>10.0.401</FerriteSdkVersion>";

    private readonly FlooredPackages _packages = new();
    private readonly Lazy<BuildOutcome> _outcome;

    public BuiltConsumers() => _outcome = new Lazy<BuildOutcome>(Build);

    internal Workshop Shop => _packages.Shop;

    internal BuildOutcome Outcome => _outcome.Value;

    private BuildOutcome Build()
    {
        Plain("PlainOld", Old, Five);
        Plain("PlainNew", New, Five);
        Plain("PlainOff", Old + "<NoSdkFloorCheck>true</NoSdkFloorCheck>", Five);
        Plain("PlainBlocked", Old, Reference("Floor.Blocking"));
        Plain("PlainExcluded", Old, Reference("Floor.Direct", "ExcludeAssets=\"all\""));
        Plain("PlainOtherFramework", Old + Frameworks, OnlyForStandard);
        Plain("PlainOtherRuntime", Old, Reference("Floor.Direct", "Condition=\"'$(RuntimeIdentifier)' == 'win-x64'\"") + Reference("Floor.ByTarget"));
        Plain("PlainWindows", Old + "<RuntimeIdentifier>win-x64</RuntimeIdentifier><SelfContained>false</SelfContained>", Reference("Floor.ByTarget"));
        Plain("PlainStandard", Old + "<TargetFramework>netstandard2.0</TargetFramework>", Reference("Floor.ByTarget"));
        Plain("PlainDailyIn", "<FerriteSdkVersion>11.0.100-preview.3.26152.5</FerriteSdkVersion>", Reference("Floor.Daily"));
        Plain("PlainDailySingle", "<FerriteSdkVersion>11.0.100-preview.5.26252.9</FerriteSdkVersion>", Reference("Floor.Daily"));
        Plain("PlainDailyOut", "<FerriteSdkVersion>11.0.100-preview.5.26253.1</FerriteSdkVersion>", Reference("Floor.Daily"));
        Plain("PlainDailyUnknown", New.Replace("401", "302", StringComparison.Ordinal), Reference("Floor.Daily"));
        Plain("PlainNonsense", "<FerriteSdkVersion>ten</FerriteSdkVersion>", Five);

        Full("FullOld", Old, Five);
        Full("FullNew", New, Five);
        Full("FullOff", Old + "<NoSdkFloorCheck>true</NoSdkFloorCheck><RequireSdkFloor>true</RequireSdkFloor>", Five);
        Full("FullBlocked", Old, Reference("Floor.Blocking"));
        Full("FullExcluded", Old, Reference("Floor.Direct", "ExcludeAssets=\"all\""));
        Full("FullOtherFramework", Old + Frameworks, OnlyForStandard);
        Full("FullWindows", Old + "<RuntimeIdentifier>win-x64</RuntimeIdentifier><SelfContained>false</SelfContained>", Reference("Floor.ByTarget"));
        Full("FullStandard", Old + "<TargetFramework>netstandard2.0</TargetFramework>", Reference("Floor.ByTarget"));
        Full("FullDailyIn", "<FerriteSdkVersion>11.0.100-preview.3.26152.5</FerriteSdkVersion>", Reference("Floor.Daily"));
        Full("FullDailyOut", "<FerriteSdkVersion>11.0.100-preview.5.26253.1</FerriteSdkVersion>", Reference("Floor.Daily"));
        Full("FullBelowDependency", New + "<MinimumSdkVersion>10.0.100</MinimumSdkVersion>", Reference("Floor.Direct"));
        Full("FullAtDependency", New + "<MinimumSdkVersion>10.0.200</MinimumSdkVersion>", Reference("Floor.Direct"));
        Full("FullAboveSdk", Old + "<MinimumSdkVersion>10.0.200</MinimumSdkVersion>", "");
        Full("FullInvalid", New + "<MinimumSdkVersion>9.0.100</MinimumSdkVersion>", "");
        Full("FullValid", New + "<MinimumSdkVersion>10</MinimumSdkVersion>", "");
        Full("FullMissing", New + "<RequireSdkFloor>true</RequireSdkFloor>", "");
        Full("FullNotPackable", New + "<RequireSdkFloor>true</RequireSdkFloor><IsPackable>false</IsPackable>", "");
        Full("FullUndeclared", "<FerriteSdkVersion>7.0.100</FerriteSdkVersion>", """<PackageReference Include="Meziantou.Analyzer" Version="3.0.320" />""");
        Full("FullUndeclaredExcluded", "<FerriteSdkVersion>7.0.100</FerriteSdkVersion>", """<PackageReference Include="Meziantou.Analyzer" Version="3.0.320" ExcludeAssets="analyzers" />""");
        Full("Library", New + "<MinimumSdkVersion>10.0.300</MinimumSdkVersion>", "");
        Full("FullBelowProject", New + "<MinimumSdkVersion>10.0.100</MinimumSdkVersion>", """<ProjectReference Include="../Library/Library.csproj" />""");
        Full("FullAtProject", New + "<MinimumSdkVersion>10.0.300</MinimumSdkVersion>", """<ProjectReference Include="../Library/Library.csproj" />""");
        Plain("PlainLibrary", Old + "<NoSdkFloorCheck>true</NoSdkFloorCheck>", Reference("Floor.Top"));
        Plain("PlainOverProject", Old, """<ProjectReference Include="../PlainLibrary/PlainLibrary.csproj" />""");
        Central();

        return Shop.Run("build", Shop.Solution("consumers"));
    }

    private static string Frameworks => "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><TargetFramework></TargetFramework>";

    private static string OnlyForStandard => Reference("Floor.ByTarget") + Reference("Floor.Deep", "Condition=\"'$(TargetFramework)' == 'net9.0'\"");

    public void Dispose() => _packages.Dispose();

    /// <summary>Somebody who never heard of Ferrite.</summary>
    private void Plain(string name, string properties, string items) => Shop.Project($"consumers/{name}", properties, items, withFerrite: false);

    private void Full(string name, string properties, string items) => Shop.Project($"consumers/{name}", properties, items, withFerrite: true);

    /// <summary>Versions in one place, locked, and more of the graph pinned.</summary>
    private void Central()
    {
        Shop.Write("consumers/Central/Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally><CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled></PropertyGroup>
              <ItemGroup><PackageVersion Include="Floor.Top" Version="1.0.0" /><PackageVersion Include="Floor.Deep" Version="1.0.0" /></ItemGroup>
            </Project>
            """);
        const string Locked = "<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>";
        Plain("Central/CentralOld", Old + Locked, """<PackageReference Include="Floor.Top" />""");
        Plain("Central/CentralNew", New + Locked, """<PackageReference Include="Floor.Top" />""");
    }
}
