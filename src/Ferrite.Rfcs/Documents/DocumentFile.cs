namespace Ferrite.Rfcs.Documents;

/// <summary>Reads and writes whole documents, so that no text is lost: a file is there as it was, or as it is meant to be.</summary>
internal static class DocumentFile
{
    /// <exception cref="RfcException">The file can't be read.</exception>
    internal static byte[] Read(string path) => Try(() => File.ReadAllBytes(path), $"{path} can't be read");

    /// <summary>A new file; one that is there is never written over.</summary>
    /// <exception cref="RfcException">It is there already, or can't be written.</exception>
    internal static void Create(string path, ReadOnlySpan<byte> bytes)
    {
        byte[] content = bytes.ToArray();
        Try(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            string temporary = WriteBeside(path, content);
            try
            {
                File.Move(temporary, path, overwrite: false);
            }
            finally
            {
                File.Delete(temporary);
            }

            return true;
        }, $"{path} can't be written");
    }

    /// <summary>Writes a file anew, if it still has what was read from it.</summary>
    /// <exception cref="RfcException">Somebody else changed it meanwhile, or it can't be written.</exception>
    internal static void Replace(string path, ReadOnlySpan<byte> read, ReadOnlySpan<byte> bytes)
    {
        byte[] expected = read.ToArray();
        byte[] content = bytes.ToArray();
        Try(() =>
        {
            // A link stays one; what it leads to is written.
            string target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
            using var turn = new WritersTurn(target);
            string temporary = WriteBeside(target, content);
            try
            {
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
                }

                if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(expected))
                {
                    throw new RfcException($"{path} was changed meanwhile by somebody else; nothing was written. Run the command again.");
                }

                File.Move(temporary, target, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }

            return true;
        }, $"{path} can't be written");
    }

    /// <summary>Gives a file another name that no file has.</summary>
    /// <exception cref="RfcException">There is a file of that name, or it can't be renamed.</exception>
    internal static void Rename(string path, string target) => Try(() =>
    {
        File.Move(path, target, overwrite: false);
        return true;
    }, $"{path} can't be renamed to {target}");

    private static string WriteBeside(string path, byte[] content)
    {
        string temporary = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
        return temporary;
    }

    private static T Try<T>(Func<T> action, string failure)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RfcException($"{failure}: {e.Message}", e);
        }
    }
}
