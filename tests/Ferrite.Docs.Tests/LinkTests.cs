using Ferrite.Docs.Tests.Kit;
using Ferrite.Rfcs.Markup;
using Ferrite.TestKit.Laws;

namespace Ferrite.Docs.Tests;

/// <summary>No link leads nowhere.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(static page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string name)
    {
        Page page = Page.Of(name);
        Assert.All(page.Links, link => Assert.True(IsAlive(page, link), link));
    }

    /// <summary>Every page can be reached from README, by links.</summary>
    [Fact]
    public void Every_page_is_linked()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Page>([Page.Of("README.md")]);
        while (waiting.TryDequeue(out Page? page))
        {
            if (reached.Add(page.Name))
            {
                foreach (string target in page.Links.Where(static link => !LinkTarget.IsExternal(link)).Select(link => Repository.Relative(Target(page, link))))
                {
                    Page.All.Where(found => string.Equals(found.Name, target, StringComparison.Ordinal)).ToList().ForEach(waiting.Enqueue);
                }
            }
        }

        Assert.Empty(Page.All.Select(static page => page.Name).Except(reached));
    }

    private static bool IsAlive(Page page, string link)
    {
        if (LinkTarget.IsExternal(link))
        {
            return Uri.TryCreate(link, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "mailto";
        }

        string target = Target(page, link);
        return (File.Exists(target) || Directory.Exists(target))
            && (LinkTarget.Parse(link).Anchor is not { } anchor || Page.All.SingleOrDefault(found => string.Equals(found.Path, target, StringComparison.Ordinal))?.Anchors.Contains(anchor) is true);
    }

    private static string Target(Page page, string link) =>
        LinkTarget.Parse(link).Path is { Length: > 0 } path ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Path)!, path)) : page.Path;
}
