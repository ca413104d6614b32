using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using Ferrite.TestKit;

namespace Ferrite.Rfcs.Tests.Kit;

/// <summary>Chromium without a window, driven by the protocol of its developer tools; it remembers every address that a page asked for.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TempDirectory _profile = new();
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly List<string> _requests = [];
    private readonly List<string> _complaints = [];
    private string? _session;
    private int _lastId;
    private bool _isLoaded;

    private Chromium()
    {
        var start = new ProcessStartInfo("chromium",
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={_profile.Path}", "about:blank",
        ])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
    }

    /// <summary>Whether it is there.</summary>
    internal static string? WhyMissing { get; } = Tool.Runs("chromium", "--version") ? null : "needs chromium";

    /// <summary>Addresses that pages asked for since the last look.</summary>
    internal IReadOnlyList<string> Requests => _requests;

    /// <summary>What the browser's console said: errors of scripts, what the page's policy refused.</summary>
    internal IReadOnlyList<string> Complaints => _complaints;

    internal static async Task<Chromium> StartAsync()
    {
        var browser = new Chromium();
        try
        {
            await browser.ConnectAsync();
            return browser;
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }

    private async Task ConnectAsync()
    {
        string? line;
        do
        {
            line = await _process.StandardError.ReadLineAsync().WaitAsync(Patience) ?? throw new IOException("chromium ended.");
        }
        while (!line.StartsWith("DevTools listening on ", StringComparison.Ordinal));

        // What it says from here on is not looked at, but must not fill the pipe.
        _ = _process.StandardError.ReadToEndAsync();
        await _socket.ConnectAsync(new Uri(line["DevTools listening on ".Length..]), CancellationToken.None);
        string target = (await CallAsync("Target.createTarget", new { url = "about:blank" })).GetProperty("targetId").GetString()!;
        _session = (await CallAsync("Target.attachToTarget", new { targetId = target, flatten = true })).GetProperty("sessionId").GetString();
        foreach (string domain in (string[])["Page", "Network", "Runtime", "Log"])
        {
            await CallAsync($"{domain}.enable", new { });
        }
    }

    internal async Task OpenAsync(string url)
    {
        _isLoaded = false;
        await CallAsync("Page.navigate", new { url });
        while (!_isLoaded)
        {
            await ReadAsync();
        }
    }

    /// <summary>The value of an expression, as text.</summary>
    internal async Task<string> EvaluateAsync(string script)
    {
        JsonElement answer = await CallAsync("Runtime.evaluate", new { expression = script, returnByValue = true, awaitPromise = true });
        return answer.TryGetProperty("exceptionDetails", out JsonElement failure)
            ? throw new InvalidOperationException(failure.ToString())
            : answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value.ToString() : "";
    }

    /// <summary>In CSS pixels; a phone has touch, and its own width.</summary>
    internal Task ResizeAsync(int width, int height, bool isPhone) =>
        CallAsync("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = isPhone ? 2 : 1, mobile = isPhone });

    internal Task PreferAsync(string scheme) =>
        CallAsync("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = scheme } } });

    internal async Task ScreenshotAsync(string path)
    {
        JsonElement answer = await CallAsync("Page.captureScreenshot", new { format = "png" });
        await File.WriteAllBytesAsync(path, answer.GetProperty("data").GetBytesFromBase64());
    }

    public void Dispose()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _profile.Dispose();
    }

    private async Task<JsonElement> CallAsync(string method, object parameters)
    {
        int id = ++_lastId;
        byte[] message = JsonSerializer.SerializeToUtf8Bytes(_session is null
            ? new { id, method, @params = parameters }
            : (object)new { id, method, @params = parameters, sessionId = _session });
        await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            JsonElement answer = await ReadAsync();
            if (answer.TryGetProperty("id", out JsonElement answered) && answered.GetInt32() == id)
            {
                return answer.TryGetProperty("result", out JsonElement result) ? result : throw new InvalidOperationException($"{method}: {answer}");
            }
        }
    }

    private async Task<JsonElement> ReadAsync()
    {
        using var bytes = new MemoryStream();
        using var timeout = new CancellationTokenSource(Patience);
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer.AsMemory(), timeout.Token);
            bytes.Write(_buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        using var json = JsonDocument.Parse(bytes.ToArray());
        JsonElement message = json.RootElement.Clone();
        if (message.TryGetProperty("method", out JsonElement method))
        {
            Note(method.GetString()!, message.GetProperty("params"));
        }

        return message;
    }

    private void Note(string method, JsonElement parameters)
    {
        switch (method)
        {
            case "Page.loadEventFired":
                _isLoaded = true;
                break;
            case "Network.requestWillBeSent":
                _requests.Add(parameters.GetProperty("request").GetProperty("url").GetString()!);
                break;
            case "Runtime.exceptionThrown":
                _complaints.Add(parameters.ToString());
                break;
            case "Log.entryAdded" when parameters.GetProperty("entry").GetProperty("level").GetString() is "error" or "warning":
                _complaints.Add(parameters.GetProperty("entry").ToString());
                break;
        }
    }
}
