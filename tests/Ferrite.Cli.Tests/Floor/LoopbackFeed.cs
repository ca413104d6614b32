using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ferrite.Cli.Tests.Floor;

/// <summary>A V3 feed on the loopback interface: unlike a folder it can leave a version unlisted.</summary>
internal sealed class LoopbackFeed : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<(string Id, string Version), (byte[] Package, bool IsListed)> _packages = [];
    private readonly string _root;

    internal LoopbackFeed()
    {
        _root = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"{_root}/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>What is answered in place of the right thing, by path.</summary>
    internal Dictionary<string, string> Wrong { get; } = new(StringComparer.Ordinal);

    internal string Url => $"{_root}/v3/index.json";

    internal void Add(TestPackage package, bool isListed = true) =>
        _packages[(package.Id.ToLowerInvariant(), package.Version)] = (package.Write(), isListed);

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            string path = context.Request.Url!.AbsolutePath;
            byte[]? answer = Wrong.TryGetValue(path, out string? wrong) ? Json(wrong) : Answer(path);
            context.Response.StatusCode = answer is null ? 404 : 200;
            context.Response.Close(answer ?? [], willBlock: true);
        }
    }

    private byte[]? Answer(string path) => path.Trim('/').Split('/') switch
    {
        ["v3", "index.json"] => Json($$"""
            { "version": "3.0.0", "resources": [
              { "@id": "{{_root}}/flat/", "@type": "PackageBaseAddress/3.0.0" },
              { "@id": "{{_root}}/reg/", "@type": "RegistrationsBaseUrl/3.6.0" } ] }
            """),
        ["flat", var id, "index.json"] => Json($$"""{ "versions": [{{string.Join(',', Of(id).Select(static row => $"\"{row.Version}\""))}}] }"""),
        ["flat", var id, var version, _] => _packages.TryGetValue((id, version), out (byte[] Package, bool IsListed) found) ? found.Package : null,
        ["reg", var id, "index.json"] when Of(id).Any() => Registration(id),
        _ => null,
    };

    private byte[] Registration(string id)
    {
        string leaves = string.Join(',', Of(id).Select(row => $$"""
            { "@id": "{{_root}}/reg/{{id}}/{{row.Version}}.json", "packageContent": "{{_root}}/flat/{{id}}/{{row.Version}}/{{id}}.{{row.Version}}.nupkg",
              "catalogEntry": { "@id": "{{_root}}/catalog/{{id}}.{{row.Version}}.json", "id": "{{id}}", "version": "{{row.Version}}", "listed": {{(row.IsListed ? "true" : "false")}} } }
            """));
        return Json($$"""{ "count": 1, "items": [ { "@id": "{{_root}}/reg/{{id}}/page", "count": {{Of(id).Count()}}, "lower": "0.0.1", "upper": "99.0.0", "items": [ {{leaves}} ] } ] }""");
    }

    private IEnumerable<(string Version, bool IsListed)> Of(string id) =>
        _packages.Where(row => row.Key.Id.Equals(id, StringComparison.Ordinal)).Select(static row => (row.Key.Version, row.Value.IsListed));

    private static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
