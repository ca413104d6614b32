using System.Net;
using System.Net.Sockets;

namespace Ferrite.Rfcs.Tests.Kit;

/// <summary>A folder, served to this machine.</summary>
internal sealed class LoopbackSite : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;

    internal LoopbackSite(string folder)
    {
        _folder = folder;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    internal string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                string path = Path.Combine(_folder, Uri.UnescapeDataString(context.Request.Url!.AbsolutePath).TrimStart('/'));
                context.Response.ContentType = Path.GetExtension(path) switch { ".css" => "text/css", ".js" => "text/javascript", ".png" => "image/png", _ => "text/html" };
                context.Response.StatusCode = File.Exists(path) ? 200 : 404;
                context.Response.Close(File.Exists(path) ? await File.ReadAllBytesAsync(path) : [], willBlock: false);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed: the test is over.
        }
    }
}
