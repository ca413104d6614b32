using System.Net;
using System.Net.Sockets;

namespace Ferrite.Handles.Tests.Kit;

/// <summary>Two sockets that are connected with each other.</summary>
internal sealed class SocketPair : IDisposable
{
    internal SocketPair()
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        Near = new Socket(SocketType.Stream, ProtocolType.Tcp);
        Near.Connect(listener.LocalEndPoint!);
        Far = listener.Accept();
    }

    internal Socket Near { get; }

    internal Socket Far { get; }

    /// <summary>What one byte sent from the far end is, at a near one.</summary>
    internal byte Receive(Socket near)
    {
        byte[] received = new byte[1];
        Far.Send([42]);
        Assert.Equal(1, near.Receive(received));
        return received[0];
    }

    public void Dispose()
    {
        Near.Dispose();
        Far.Dispose();
    }
}
