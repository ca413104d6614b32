namespace Ferrite.Mapping.Tests.Streams;

/// <summary>A call on a stream.</summary>
internal sealed record StreamStep(StreamCall Call, int Count, int Argument)
{
    /// <summary>What it returned, how much of it was read, where the stream is then; or the type of what it threw, and where.</summary>
    internal string Run(Stream stream)
    {
        try
        {
            return $"{Call} {Do(stream)} at {stream.Position} of {stream.Length}";
        }
        catch (Exception e) when (e is IOException or NotSupportedException or ArgumentException)
        {
            return $"{Call} {e.GetType().Name} at {stream.Position} of {stream.Length}";
        }
    }

    private string Do(Stream stream)
    {
        byte[] buffer = new byte[Count + 10];
        Span<byte> span = buffer.AsSpan(5, Count);
        if (Call is StreamCall.Write or StreamCall.WriteArray or StreamCall.WriteAsync or StreamCall.WriteArrayAsync)
        {
            span.Fill((byte)Argument);
        }

        switch (Call)
        {
            case StreamCall.Read:
                return Show(buffer, stream.Read(span));
            case StreamCall.ReadArray:
                return Show(buffer, stream.Read(buffer, 5, Count));
            case StreamCall.ReadByte:
                return $"{stream.ReadByte()}";
            case StreamCall.ReadAsync:
                return Show(buffer, Completed(stream.ReadAsync(buffer.AsMemory(5, Count)).AsTask()).GetAwaiter().GetResult());
            case StreamCall.ReadArrayAsync:
                return Show(buffer, Completed(stream.ReadAsync(buffer, 5, Count)).GetAwaiter().GetResult());
            case StreamCall.Seek:
                return $"{stream.Seek(Argument, (SeekOrigin)(Count % 3))}";
            case StreamCall.SetPosition:
                stream.Position = Argument;
                return "";
            case StreamCall.Write:
                stream.Write(span);
                return "";
            case StreamCall.WriteArray:
                stream.Write(buffer, 5, Count);
                return "";
            case StreamCall.WriteByte:
                stream.WriteByte((byte)Argument);
                return "";
            case StreamCall.WriteAsync:
                Completed(stream.WriteAsync(buffer.AsMemory(5, Count)).AsTask()).GetAwaiter().GetResult();
                return "";
            case StreamCall.WriteArrayAsync:
                Completed(stream.WriteAsync(buffer, 5, Count)).GetAwaiter().GetResult();
                return "";
            case StreamCall.CopyTo:
            case StreamCall.CopyToAsync:
                return Copy(stream);
            case StreamCall.Flush:
                stream.Flush();
                Completed(stream.FlushAsync()).GetAwaiter().GetResult();
                return "";
            default:
                return "";
        }
    }

    private string Copy(Stream stream)
    {
        using var destination = new MemoryStream();
        if (Call == StreamCall.CopyTo)
        {
            stream.CopyTo(destination, 1 + Count);
        }
        else
        {
            Completed(stream.CopyToAsync(destination, 1 + Count)).GetAwaiter().GetResult();
        }

        return Convert.ToHexString(destination.ToArray());
    }

    private static T Completed<T>(T task)
        where T : Task
    {
        Assert.True(task.IsCompleted);
        return task;
    }

    private static string Show(byte[] buffer, int count) => $"{count} {Convert.ToHexString(buffer)}";
}
