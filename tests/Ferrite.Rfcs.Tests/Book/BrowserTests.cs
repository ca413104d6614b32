using System.Globalization;
using Ferrite.Rfcs.Tests.Kit;

namespace Ferrite.Rfcs.Tests.Book;

/// <summary>The pages as readers meet them, in Chromium: opened as files, and from a server.</summary>
public sealed class BrowserTests
{
    [ChromiumFact]
    public async Task As_files()
    {
        using var book = new BookKit();
        await ReadAsync(new Uri(book.Folder + "/").AbsoluteUri);
    }

    [ChromiumFact]
    public async Task From_a_server()
    {
        using var book = new BookKit();
        using var site = new LoopbackSite(book.Folder);
        await ReadAsync(site.Address);
    }

    private static async Task ReadAsync(string address)
    {
        using Chromium browser = await Chromium.StartAsync();
        await browser.ResizeAsync(1280, 900, isPhone: false);
        await browser.OpenAsync(address + "index.html");
        Assert.Equal("3", await browser.EvaluateAsync("document.querySelectorAll('.rfcs li').length"));
        await SearchAsync(browser);
        await LanguagesAsync(browser, address);
        await ColoursAsync(browser, address);
        await PhoneAsync(browser, address);
        await browser.OpenAsync(address + "0002-traps.html");
        Assert.Equal("1", await browser.EvaluateAsync("document.querySelectorAll('article img').length"));

        // Nothing left the machine, whatever the document with the traps asks for, and nothing failed.
        Assert.All(browser.Requests, url => Assert.True(
            url.StartsWith(address, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || url is "about:blank", url));
        Assert.Contains(browser.Requests, static url => url.EndsWith("assets/search-index.js", StringComparison.Ordinal));
        Assert.Empty(browser.Complaints);
    }

    private static async Task SearchAsync(Chromium browser)
    {
        Assert.Equal("true", (await TypeAsync(browser, "prior ART short")).ToLowerInvariant());
        Assert.Equal("0001-short-reads.html#prior-art", await browser.EvaluateAsync("document.querySelector('#results a').getAttribute('href')"));
        Assert.NotEqual("0", await browser.EvaluateAsync("document.querySelectorAll('#results mark').length"));
        await TypeAsync(browser, "映射");
        Assert.Equal("0001-short-reads.html#zh-TW-機制", await browser.EvaluateAsync("document.querySelector('#results a').getAttribute('href')"));
        await TypeAsync(browser, "no-such-word");
        Assert.Equal("Nothing found", await browser.EvaluateAsync("document.querySelector('#results').textContent"));
        await TypeAsync(browser, "<script src=");
        Assert.StartsWith("0002-traps.html", await browser.EvaluateAsync("document.querySelector('#results a').getAttribute('href')"), StringComparison.Ordinal);
        Assert.Equal("0", await browser.EvaluateAsync("document.querySelectorAll('#results script').length"));
    }

    private static async Task LanguagesAsync(Chromium browser, string address)
    {
        const string Shown = "[...document.querySelectorAll('.document')].filter(d => d.offsetParent).map(d => d.lang).join()";
        await browser.OpenAsync(address + "0001-short-reads.html");
        Assert.Equal("en", await browser.EvaluateAsync(Shown));
        Assert.Equal("zh-TW", await browser.EvaluateAsync("document.querySelector('[data-choose=\"zh-TW\"]').click(); " + Shown));
        Assert.Equal("短讀取", await browser.EvaluateAsync("[...document.querySelectorAll('h1')].find(h => h.offsetParent).textContent"));
        Assert.Equal("目錄", await browser.EvaluateAsync("[...document.querySelectorAll('.contents summary')].find(h => h.offsetParent).innerText.trim()"));
        Assert.Equal("en,zh-TW", await browser.EvaluateAsync("document.querySelector('[data-choose=all]').click(); " + Shown));
        Assert.Equal("True", await browser.EvaluateAsync(
            "const [a, b] = [...document.querySelectorAll('.document')].map(d => d.getBoundingClientRect()); a.right <= b.left && Math.abs(a.top - b.top) < 2"));

        // The choice is kept; where there is no translation, the page says so.
        await browser.EvaluateAsync("document.querySelector('[data-choose=\"zh-TW\"]').click()");
        await browser.OpenAsync(address + "0002-traps.html");
        Assert.Equal("此 RFC 尚無譯文。", await browser.EvaluateAsync("document.querySelector('.untranslated').innerText.trim()"));
        Assert.Equal("en", await browser.EvaluateAsync(Shown));

        // A link into a text that isn't shown turns to its language.
        await browser.EvaluateAsync("document.querySelector('[data-choose=en]').click()");
        await browser.OpenAsync(address + "0001-short-reads.html#zh-TW-%E6%A9%9F%E5%88%B6");
        Assert.Equal("zh-TW", await browser.EvaluateAsync(Shown));
        await browser.EvaluateAsync("document.querySelector('[data-choose=en]').click()");
    }

    private static async Task ColoursAsync(Chromium browser, string address)
    {
        const string Paper = "getComputedStyle(document.body).backgroundColor";
        await browser.PreferAsync("dark");
        await browser.OpenAsync(address + "0001-short-reads.html");
        string dark = await browser.EvaluateAsync(Paper);
        await browser.PreferAsync("light");
        Assert.Equal("rgb(255, 255, 255)", await browser.EvaluateAsync(Paper));
        Assert.NotEqual("rgb(255, 255, 255)", dark);

        // The switch wins over what the system prefers, and is kept.
        Assert.Equal(dark, await browser.EvaluateAsync("document.getElementById('theme').click(); " + Paper));
        await browser.OpenAsync(address + "index.html");
        Assert.Equal(dark, await browser.EvaluateAsync(Paper));
        Assert.Equal("rgb(255, 255, 255)", await browser.EvaluateAsync("document.getElementById('theme').click(); " + Paper));
    }

    private static async Task PhoneAsync(Chromium browser, string address)
    {
        await browser.ResizeAsync(360, 740, isPhone: true);
        foreach (string page in (string[])["index.html", "0001-short-reads.html", "0002-traps.html"])
        {
            await browser.OpenAsync(address + page);
            Assert.InRange(double.Parse(await browser.EvaluateAsync("document.documentElement.scrollWidth"), CultureInfo.InvariantCulture), 1, 360);
        }

        await browser.ResizeAsync(1280, 900, isPhone: false);
    }

    private static Task<string> TypeAsync(Chromium browser, string text) => browser.EvaluateAsync(
        $"(() => {{ const s = document.getElementById('search'); s.value = '{text}'; s.dispatchEvent(new Event('input')); return !document.getElementById('results').hidden; }})()");
}
