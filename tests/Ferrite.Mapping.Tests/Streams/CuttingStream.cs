namespace Ferrite.Mapping.Tests.Streams;

/// <summary>Shrinks the file that it is given bytes of, while it has them.</summary>
internal sealed class CuttingStream(MappedFile file, long length) : MemoryStream
{
    internal bool Armed { get; set; } = true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Armed)
        {
            Armed = false;
            file.Resize(length / 2);
        }

        base.Write(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}
