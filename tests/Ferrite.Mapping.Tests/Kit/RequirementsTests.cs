using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Kit;

public sealed class RequirementsTests
{
    [Fact]
    public void What_is_met_gives_no_reason() => Assert.Null(Requirements.WhyUnmet(Needs.None));

    [NeedsFact(Needs.Mount)]
    public void A_small_file_system_is_as_small_as_asked_for()
    {
        using var volume = SmallFileSystem.Tmpfs(1 << 20);

        Assert.Equal(1 << 20, new DriveInfo(volume.Path).TotalSize);
    }
}
