using System.Buffers;
using Ferrite.Handles.Internal.Beneath;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Archives;

internal sealed partial class Extractor
{
    private const int BufferSize = 128 * 1024;
    private const long ReportEvery = 4 << 20;

    /// <param name="name">As in the archive.</param>
    /// <param name="source">What is to be in it.</param>
    internal ExtractedEntry File(string name, FileContent source)
    {
        string clean = Claim(name);
        // Replaced in one step by what is whole; and what is new is never written through a link, nor into a file with other names.
        string made = _options.Overwrite ? RelativeName.Join(RelativeName.Parent(clean), $".ferrite-{Guid.NewGuid():N}") : clean;
        UnixFileMode mode = source.Permissions is { } own && ApplyPermissions ? own & Plain : FileRequest.UsualForFiles;
        var request = new FileRequest(FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None, mode);
        RefuseIf(Directories.OS.OpenFile(_root, made, request, out SafeFileHandle file), made);
        long length;
        try
        {
            using (file)
            {
                length = Copy(name, source, file);
                SetTime(file, source.Time);
            }

            if (_options.Overwrite)
            {
                RefuseIf(Directories.OS.Move(_root, made, _root, clean, overwrite: true), clean);
            }
        }
        catch
        {
            _ = Directories.OS.Delete(_root, made);
            throw;
        }

        Limits.Keep(length);
        _files.Add(clean);
        return new ExtractedEntry(name, EntryKind.File, length);
    }

    private long Copy(string name, FileContent source, SafeFileHandle file)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long length = 0;
            uint sum = 0;
            long reported = 0;
            while (source.Content is { } content && Read(content, buffer) is var read and > 0)
            {
                _cancellation.ThrowIfCancellationRequested();
                Limits.Check(length + read, source.Compressed);
                RandomAccess.Write(file, buffer.AsSpan(0, read), length);
                sum = source.Checksum is null ? 0 : Crc32.Append(sum, buffer.AsSpan(0, read));
                length += read;
                if (length - reported >= ReportEvery)
                {
                    reported = length;
                    _progress?.Report(new ExtractionProgress(name, Limits.Entries, Limits.Length + length));
                }
            }

            return length != source.Declared ? throw new EntryRefusedException(RefusalReason.Damaged, $"it has {length} bytes and declares {source.Declared}")
                : source.Checksum is { } expected && sum != expected ? throw new EntryRefusedException(RefusalReason.Damaged, "its checksum is wrong")
                : length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Read(Stream content, byte[] buffer)
    {
        try
        {
            return content.Read(buffer);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("its data is cut off", e);
        }
    }

    private void SetTime(SafeFileHandle file, DateTimeOffset time)
    {
        if (!_options.ApplyTimes)
        {
            return;
        }

        try
        {
            System.IO.File.SetLastWriteTimeUtc(file, time.UtcDateTime);
        }
        catch (ArgumentOutOfRangeException)
        {
            // A time that the file system cannot keep: the file's own stays.
        }
    }
}
