using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// Shows what is appended to a log, across rotation, until it is deleted: <c>tail -F</c>.
/// <c>dotnet run --project samples -- watch /var/log/syslog</c>
/// </summary>
internal static class FollowFile
{
    internal static async Task<int> RunAsync(string path)
    {
        long shown = new FileInfo(path).Length;
        Console.WriteLine($"following {path}");
        while (await FollowAsync(path, shown))
        {
            // The path leads to another file now. What happens to that before it is watched is the first that its watch reports.
            shown = 0;
        }

        Console.WriteLine("deleted");
        return 0;
    }

    /// <summary>False when the file was deleted; true when another has taken its path.</summary>
    private static async Task<bool> FollowAsync(string path, long shown)
    {
        using MappedFile file = MappedFile.Open(path);
        shown = Show(file, Math.Min(shown, file.Length));
        await foreach (FileChange change in file.WatchAsync())
        {
            // The mapping follows nothing by itself: this maps the file at its length now, also one that was moved away.
            file.Refresh();
            shown = Show(file, Math.Min(shown, file.Length));
            if (change.Kind is FileChangeKind.Removed)
            {
                return false;
            }

            if (change.Kind is FileChangeKind.Renamed or FileChangeKind.Created && change.Length is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Shows the file from an offset on, and says where it ended.</summary>
    private static long Show(MappedFile file, long offset)
    {
        using Stream output = Console.OpenStandardOutput();
        using Stream rest = file.OpenStream(offset);
        rest.CopyTo(output);
        return offset + rest.Position;
    }
}
