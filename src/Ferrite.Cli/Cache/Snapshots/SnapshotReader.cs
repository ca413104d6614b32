using System.Text;
using System.Text.Json;

namespace Ferrite.Cli.Cache.Snapshots;

/// <summary>Reads what <see cref="SnapshotWriter"/> writes, all of it before anything is done.</summary>
internal sealed class SnapshotReader
{
    private readonly List<SnapshotEntry> _entries = [];
    private readonly List<string> _damage = [];

    internal IReadOnlyList<SnapshotEntry> Entries => _entries;

    /// <summary>What of it could not be read, in sentences.</summary>
    internal IReadOnlyList<string> Damage => _damage;

    /// <exception cref="SnapshotException">It is no snapshot, or one that this version can't read.</exception>
    internal static SnapshotReader Read(Stream input)
    {
        var snapshot = new SnapshotReader();
        // Bytes that are no UTF-8 are damage, and are not to pass for text.
        using var reader = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        bool isWhole = false;
        try
        {
            CheckHead(reader.ReadLine());
            for (int number = 2; reader.ReadLine() is { } line; number++)
            {
                isWhole = snapshot.Add(line, number);
            }
        }
        catch (DecoderFallbackException)
        {
            isWhole = false;
        }

        if (!isWhole)
        {
            snapshot._damage.Add("the snapshot is cut off: its last line is missing");
        }

        return snapshot;
    }

    private static void CheckHead(string? line)
    {
        try
        {
            using JsonDocument head = JsonDocument.Parse(line ?? "");
            if (head.RootElement.GetProperty("schema").ValueEquals(SnapshotWriter.Schema))
            {
                int version = head.RootElement.GetProperty("version").GetInt32();
                if (version != SnapshotWriter.Version)
                {
                    throw new SnapshotException($"it is of version {version}, and this tool reads version {SnapshotWriter.Version}");
                }

                return;
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            // It is something else.
        }

        throw new SnapshotException("it is no snapshot of 'ferrite cache save'");
    }

    /// <summary>True for the last line.</summary>
    private bool Add(string line, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            if (root.TryGetProperty("files", out JsonElement files))
            {
                if (files.GetInt64() != number - 2)
                {
                    _damage.Add($"the snapshot has {number - 2} of {files.GetInt64()} files");
                }

                return true;
            }

            byte[] path = root.TryGetProperty("pathBase64", out JsonElement exact)
                ? exact.GetBytesFromBase64()
                : Encoding.UTF8.GetBytes(root.GetProperty("path").GetString()!);
            _entries.Add(new SnapshotEntry(path, root.GetProperty("size").GetInt64(), [.. root.GetProperty("ranges").EnumerateArray().Select(ReadRange)]));
        }
        catch (Exception e) when (IsDamage(e))
        {
            _damage.Add($"line {number} of the snapshot can't be read");
        }

        return false;
    }

    private static (long Offset, long Length) ReadRange(JsonElement range)
    {
        (long offset, long length) = (range[0].GetInt64(), range[1].GetInt64());
        return offset >= 0 && length > 0 && length <= long.MaxValue - offset ? (offset, length) : throw new FormatException();
    }

    private static bool IsDamage(Exception e) =>
        e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException or ArgumentException;
}
