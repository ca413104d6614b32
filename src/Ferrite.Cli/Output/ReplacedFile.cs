using System.Text;
using Ferrite.Cli.Files;
using Ferrite.Cli.Interop.Linux;

namespace Ferrite.Cli.Output;

/// <summary>
/// A file that appears whole or not at all: written beside its place, made durable, renamed. Until then what was there stays. What is no
/// regular file, a device or a pipe, is written as it is.
/// </summary>
internal sealed class ReplacedFile : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly string _path;
    private readonly string? _beside;

    /// <exception cref="OutputFailedException">It can't be written there.</exception>
    internal ReplacedFile(string path)
    {
        try
        {
            // A link stays one, and what it leads to is replaced.
            bool isSpecial = IsSpecial(path);
            var file = new FileInfo(path);
            _path = isSpecial || file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            _beside = isSpecial ? null : $"{_path}.{Environment.ProcessId}.tmp";
            Stream = _beside is null ? File.OpenWrite(_path) : new FileStream(_beside, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refusal(path, e);
        }
    }

    internal FileStream Stream { get; }

    /// <summary>Whether it is the file in which it is written until then, whatever the way to it.</summary>
    internal bool IsBeside(PathBytes path) =>
        _beside is not null && path.Span.EndsWith(Encoding.UTF8.GetBytes(Path.GetFileName(_beside)));

    /// <exception cref="OutputFailedException">The disk is full, or broken.</exception>
    internal void Commit()
    {
        try
        {
            Stream.Flush(flushToDisk: _beside is not null);
            Stream.Dispose();
            if (_beside is not null)
            {
                File.Move(_beside, _path, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refusal(_path, e);
        }
    }

    /// <summary>Without <see cref="Commit"/> nothing is left of it.</summary>
    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is to go anyway.
        }

        if (_beside is not null)
        {
            File.Delete(_beside);
        }
    }

    internal static OutputFailedException Refusal(string path, Exception e) => new($"Cannot write '{path}': {e.Message}");

    private static unsafe bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        Libc.StatxBuffer status;
        // SAFETY: statx(2) reads a NUL-terminated path and writes one struct statx of 256 bytes.
        fixed (byte* name = (byte[])[.. Encoding.UTF8.GetBytes(path), 0])
        {
            return Libc.Statx(Libc.AT_FDCWD, name, 0, Libc.STATX_TYPE, &status) == 0 && (status.Mode & Libc.S_IFMT) is not (Libc.S_IFREG or Libc.S_IFDIR);
        }
    }
}
