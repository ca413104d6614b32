using System.Text;

namespace Ferrite.Cli.Files;

/// <summary>A path as the OS has it: any bytes but NUL. UTF-8 by convention, and by conversion where paths are strings.</summary>
internal readonly struct PathBytes
{
    private readonly ReadOnlyMemory<byte> _bytes;

    internal PathBytes(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    internal ReadOnlySpan<byte> Span => _bytes.Span;

    internal static PathBytes Of(string path) => new(Encoding.UTF8.GetBytes(path));

    /// <summary>For people: <see cref="PrintableName"/>.</summary>
    public override string ToString() => PrintableName.Of(Span);
}
