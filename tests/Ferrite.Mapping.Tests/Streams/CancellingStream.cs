namespace Ferrite.Mapping.Tests.Streams;

/// <summary>Cancels while it writes, and heeds no cancellation itself.</summary>
internal sealed class CancellingStream(CancellationTokenSource source) : MemoryStream
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await source.CancelAsync();
        Write(buffer.Span);
    }
}
