using Ferrite.SdkFloor.Editing;
using Ferrite.TestKit;

namespace Ferrite.SdkFloor.Tests.Editing;

/// <summary>Commands change what they are asked to, and not a letter beside it.</summary>
public sealed class EditTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
        	<!-- <MinimumSdkVersion>1</MinimumSdkVersion> -->
          <PropertyGroup Condition="'$(X)' == '>'">
            <MinimumSdkVersion>2</MinimumSdkVersion>
          </PropertyGroup>

          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference   Include = 'A'
                                Version = "1.0.0"   />
            <PackageReference Include="B"><Version>2.0.0</Version></PackageReference>
            <PackageReference Include="C"/>
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public void A_property_goes_where_properties_are() => AssertEdit(Project,
        static file => ProjectEdits.SetProperty(file, "MinimumSdkVersion", "10.0.100"),
        "    <TargetFramework>net10.0</TargetFramework>\n", "    <TargetFramework>net10.0</TargetFramework>\n    <MinimumSdkVersion>10.0.100</MinimumSdkVersion>\n");

    [Fact]
    public void A_property_that_is_there_is_replaced() => AssertEdit("<Project><PropertyGroup><MinimumSdkVersion> 8 </MinimumSdkVersion></PropertyGroup></Project>",
        static file => ProjectEdits.SetProperty(file, "MinimumSdkVersion", "daily: >=2026-03-01"), "> 8 <", ">daily: &gt;=2026-03-01<");

    [Theory]
    [InlineData("<Project>\r\n</Project>\r\n", "<Project>\r\n  <PropertyGroup>\r\n    <P>1</P>\r\n  </PropertyGroup>\r\n</Project>\r\n")]
    [InlineData("<Project />", "<Project >\n  <PropertyGroup>\n    <P>1</P>\n  </PropertyGroup>\n</Project>")]
    [InlineData("<Project></Project>", "<Project>\n  <PropertyGroup>\n    <P>1</P>\n  </PropertyGroup>\n</Project>")]
    [InlineData("<Project>\n  <PropertyGroup />\n</Project>", "<Project>\n  <PropertyGroup >\n    <P>1</P>\n  </PropertyGroup>\n</Project>")]
    public void A_file_without_properties_gets_some(string before, string after) =>
        Assert.Equal(after, ProjectEdits.SetProperty(XmlText.Of(before), "P", "1").Text);

    [Theory]
    [InlineData("A", "\"1.0.0\"", "\"9.9.9\"")]
    [InlineData("a", "\"1.0.0\"", "\"9.9.9\"")]
    [InlineData("B", ">2.0.0<", ">9.9.9<")]
    [InlineData("C", "\"C\"", "\"C\" Version=\"9.9.9\"")]
    public void A_version_is_written_where_it_stands(string id, string before, string after) => AssertEdit(Project,
        file => ProjectEdits.SetVersion(file, ProjectEdits.FindItem(file, "PackageReference", id)!, "9.9.9"), before, after);

    [Fact]
    public void An_item_goes_to_its_like() => AssertEdit(Project, static file => ProjectEdits.AddItem(file, "PackageReference", "D", "1.0.0"),
        "    <PackageReference Include=\"C\"/>\n", "    <PackageReference Include=\"C\"/>\n    <PackageReference Include=\"D\" Version=\"1.0.0\" />\n");

    [Fact]
    public void The_first_item_of_its_kind_gets_a_group() => AssertEdit(Project, static file => ProjectEdits.AddItem(file, "PackageVersion", "D", "1.0.0"),
        "  </ItemGroup>\n</Project>", "  </ItemGroup>\n  <ItemGroup>\n    <PackageVersion Include=\"D\" Version=\"1.0.0\" />\n  </ItemGroup>\n</Project>");

    [Theory]
    [InlineData("<Project>")]
    [InlineData("")]
    [InlineData("<Project><A></B></Project>")]
    public void What_is_not_well_formed_is_refused(string text) => Assert.Throws<FloorException>(() => XmlText.Of(text, "x.csproj"));

    [Theory]
    [InlineData("A", "1.0.0")]
    [InlineData("B", "2.0.0")]
    [InlineData("C", null)]
    public void Versions_are_read(string id, string? version)
    {
        XmlText file = XmlText.Of(Project);
        Assert.Equal(version, ProjectEdits.VersionOf(file, ProjectEdits.FindItem(file, "PackageReference", id)!));
    }

    /// <summary>Letters of another encoding would be lost when the file is written.</summary>
    [Fact]
    public void What_is_not_UTF_8_is_refused()
    {
        using var folder = new TempDirectory();
        string path = Path.Combine(folder.Path, "x.csproj");
        File.WriteAllBytes(path, [.. "<Project><!-- caf"u8, 0xE9, .. " --></Project>"u8]);
        Assert.Contains("is not UTF-8", Assert.Throws<FloorException>(() => XmlText.Load(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_may_end_as_they_like(string end) => Assert.Equal(
        $"<Project>{end}<PropertyGroup>{end}<P>2</P>{end}</PropertyGroup>{end}</Project>",
        ProjectEdits.SetProperty(XmlText.Of($"<Project>{end}<PropertyGroup>{end}<P>1</P>{end}</PropertyGroup>{end}</Project>"), "P", "2").Text);

    private static void AssertEdit(string text, Func<XmlText, XmlText> edit, string before, string after)
    {
        string normal = text.ReplaceLineEndings("\n");
        Assert.Contains(before, normal, StringComparison.Ordinal);
        Assert.Equal(normal.Replace(before, after, StringComparison.Ordinal), edit(XmlText.Of(normal)).Text);
    }
}
