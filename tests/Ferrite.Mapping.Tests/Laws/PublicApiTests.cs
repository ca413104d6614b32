namespace Ferrite.Mapping.Tests.Laws;

/// <summary>
/// The public API is what <c>PublicApi.txt</c> says: a change to it shows in a diff. FERRITE_UPDATE_PUBLIC_API=1 writes it anew.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly string Snapshot = Path.Combine(Repository.Root, "tests/Ferrite.Mapping.Tests/Laws/PublicApi.txt");

    [Fact]
    public void The_public_api_is_the_one_that_was_agreed_on()
    {
        string[] actual = [.. PublicApi.Describe(typeof(MappedFile).Assembly)];
        if (Environment.GetEnvironmentVariable("FERRITE_UPDATE_PUBLIC_API") is "1")
        {
            File.WriteAllText(Snapshot, string.Join('\n', actual) + "\n");
        }

        string[] agreed = File.ReadAllLines(Snapshot);

        Assert.Equal("", Difference(agreed, actual));
    }

    private static string Difference(string[] agreed, string[] actual)
    {
        IEnumerable<string> gone = agreed.Except(actual, StringComparer.Ordinal).Select(static line => $"- {line}");
        IEnumerable<string> added = actual.Except(agreed, StringComparer.Ordinal).Select(static line => $"+ {line}");
        return string.Join('\n', gone.Concat(added));
    }
}
