using Ferrite.TestKit.Laws;

namespace Ferrite.Mapping.Tests.Laws;

/// <summary>A change to the public API shows in a diff.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_the_one_that_was_agreed_on() =>
        Assert.Equal("", PublicApi.Difference(typeof(MappedFile).Assembly, "tests/Ferrite.Mapping.Tests/Laws/PublicApi.txt"));
}
