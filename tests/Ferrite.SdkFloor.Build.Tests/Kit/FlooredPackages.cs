namespace Ferrite.SdkFloor.Build.Tests.Kit;

/// <summary>A workshop whose feed has packages with floors, packed by the real SDK: 10.0.200 and later, so that a simulated 10.0.100 is too old for them.</summary>
public sealed class FlooredPackages : IDisposable
{
    private const string Library = "<Version>1.0.0</Version><NoVerifyFloor>true</NoVerifyFloor><IncludeSymbols>false</IncludeSymbols>";

    public FlooredPackages()
    {
        Package("Floor.Direct", "10.0.200", "");
        Package("Floor.Other", "10.0.203", "");
        Package("Floor.Deep", "10.0.400", "");
        Package("Floor.Middle", "10.0.400", ToProject("Floor.Deep"));
        Package("Floor.Top", "10.0.400", ToProject("Floor.Middle"));
        Package("Floor.Daily", "daily: &gt;=2026-03-01, &lt;=2026-04-15, 2026-05-02", "", "<FerriteSdkVersion>11.0.100-preview.3.26152.5</FerriteSdkVersion>");
        Package("Floor.ByTarget", "10.0.100", """
            <SdkFloor Include="10.0.300" RuntimeIdentifier="win-x64" />
            <SdkFloor Include="10.0.200" TargetFramework="netstandard2.0" />
            <SdkFloor Include="10.0.203" DefineConstants="NOT_DEFINED" />
            """, "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><TargetFramework></TargetFramework>");
        Shop.Write("libraries/Floor.Direct/Code.cs", "public static class Greeting { public static string Text => \"hello\"; }");
        // Its consumers get the assembly of Floor.Deep and none of its build files.
        Package("Floor.Blocking", "", ToProject("Floor.Deep", "PrivateAssets=\"build;buildTransitive;contentfiles;analyzers\""));
        Shop.Run("pack", Shop.Solution("libraries"), "-o", Shop.PathOf("feed")).AssertSucceeded();
    }

    internal Workshop Shop { get; } = new();

    /// <summary>All that is too old for 10.0.100, two of them direct and two brought in.</summary>
    internal static string Five => Reference("Floor.Direct") + Reference("Floor.Other") + Reference("Floor.Top");

    internal static string Reference(string id, string attributes = "") => $"""<PackageReference Include="{id}" Version="1.0.0" {attributes} />""";

    public void Dispose() => Shop.Dispose();

    private static string ToProject(string id, string attributes = "") => $"""<ProjectReference Include="../{id}/{id}.csproj" {attributes} />""";

    private void Package(string id, string floor, string items, string properties = "") =>
        Shop.Project($"libraries/{id}", $"{Library}<MinimumSdkVersion>{floor}</MinimumSdkVersion>{properties}", items, withFerrite: true);
}
