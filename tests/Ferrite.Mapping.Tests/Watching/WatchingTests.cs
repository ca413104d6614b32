namespace Ferrite.Mapping.Tests.Watching;

/// <summary>Base of the tests that watch a file which was written long ago, as far as clocks can tell.</summary>
public abstract class WatchingTests : FileTests
{
    private protected const int Length = 5000;

    private protected string OldFile(string name = "data") => Age(FileOf(Length, name));

    /// <summary>So that no write can have the time of the one before.</summary>
    private protected static string Age(string path)
    {
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return path;
    }

    private protected static void WriteByte(string path, long offset = 0)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        stream.Position = offset;
        stream.WriteByte(0);
    }

    private protected static void Append(string path, int bytes)
    {
        using FileStream stream = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        stream.Write(new byte[bytes]);
    }

    /// <summary>Waits until something is so that no event tells of.</summary>
    private protected static void Await(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Changes.Patience));
}
