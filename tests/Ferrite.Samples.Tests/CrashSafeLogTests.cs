using System.Globalization;
using System.Text;
using Ferrite.TestKit;

namespace Ferrite.Samples.Tests;

/// <summary>The log's writer, killed at random: what it acknowledged is recovered, and nothing that it had not finished.</summary>
public sealed class CrashSafeLogTests : IDisposable
{
    private const int Kills = 200;
    private const int KillsOfALog = 20;

    private readonly TempDirectory _disk = new();
    private readonly TempDirectory _memory = new(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath());

    [Fact]
    public void What_was_appended_is_listed()
    {
        string path = _disk.File();
        for (int run = 0; run < 2; run++)
        {
            using ChildProcess log = Sample.Start("log", path, "append");
            log.Send("one äöü");
            log.Send("");
            log.Send(new string('x', 100_000));
            Assert.Equal([$"{(3 * run) + 1}", $"{(3 * run) + 2}", $"{(3 * run) + 3}"], log.WaitForExit().AssertSucceeded().Lines);
        }

        string[] each = ["one äöü", "", new string('x', 100_000)];
        Assert.Equal([.. each, .. each], Sample.RunToEnd("log", path, "list").AssertSucceeded().Output.Split('\n')[..^1]);
    }

    [Fact]
    public void Killed_at_any_moment_it_keeps_what_it_acknowledged_and_nothing_torn()
    {
        var random = new Random();
        int recovered = 0;
        int unacknowledged = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            if (kill % KillsOfALog == 0)
            {
                recovered = 0;
            }

            // In memory a flush takes no time, so that most kills meet something else; on disk most meet a flush.
            TempDirectory directory = kill / KillsOfALog % 4 == 3 ? _disk : _memory;
            string path = directory.File($"log{kill / KillsOfALog}");
            int acknowledged = AppendAndKill(path, recovered, random);
            recovered = Recover(path);

            Assert.True(recovered >= acknowledged, $"kill {kill}: {acknowledged} records were acknowledged, {recovered} recovered");
            unacknowledged += recovered > acknowledged ? 1 : 0;
        }

        // Some kills came between the append and its acknowledgement, or this test would not tell much.
        Assert.NotEqual(0, unacknowledged);
    }

    /// <summary>What failed is not in the way of what comes next: that is acknowledged, so it has to be recovered.</summary>
    [NeedsFact(Needs.Mount)]
    public void After_an_append_that_found_no_space_the_next_is_recovered()
    {
        using var volume = SmallFileSystem.Tmpfs(1 << 20);
        string path = volume.File("log");
        List<string> all = [];
        using (var log = new CrashSafeLog(path, static _ => { }))
        {
            log.Append("one"u8);
            File.WriteAllBytes(volume.File("ballast"), new byte[(1 << 20) - (80 << 10)]);
            Assert.Throws<IOException>(() => log.Append(new byte[100_000]));
            log.Append("two"u8);
            File.Delete(volume.File("ballast"));
            log.Append(Encoding.UTF8.GetBytes(Line(3)));
            log.Append(new byte[100_000]);
        }

        using var again = new CrashSafeLog(path, record => all.Add(Encoding.UTF8.GetString(record)));
        Assert.Equal(["one", "two", Line(3), new string('\0', 100_000)], all);
    }

    /// <summary>Bytes of a torn record, or of whatever was there before, are not taken for a record.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(300)]
    public void A_record_with_a_wrong_bit_ends_the_log_there_and_is_overwritten(int offset)
    {
        string path = _disk.File();
        long second = Append(path, Line(1)).Length;
        Append(path, Line(2));
        Append(path, Line(3));
        using (FileStream stream = new(path, FileMode.Open))
        {
            stream.Position = second + offset;
            int value = stream.ReadByte();
            stream.Position--;
            stream.WriteByte((byte)(value ^ 1));
        }

        Assert.Equal(1, Recover(path));

        // The third is still there, behind a second that has the same length; but it belongs to another.
        Append(path, Line(2).Replace("2 ", "9 ", StringComparison.Ordinal));
        List<string> all = [];
        using var log = new CrashSafeLog(path, record => all.Add(Encoding.UTF8.GetString(record)));
        Assert.Equal([Line(1), Line(2).Replace("2 ", "9 ", StringComparison.Ordinal)], all);
    }

    /// <summary>Feeds a writer until, at some moment, it is killed. Returns the number of the last record it acknowledged.</summary>
    private static int AppendAndKill(string path, int before, Random random)
    {
        using ChildProcess writer = Sample.Start("log", path, "append");
        bool killed = false;
        var feeder = new Thread(() =>
        {
            for (int number = before + 1; !Volatile.Read(ref killed); number++)
            {
                writer.TrySend(Line(number));
            }
        });
        feeder.Start();
        for (int acknowledgements = 1 + random.Next(30); acknowledgements > 0; acknowledgements--)
        {
            writer.WaitFor("");
        }

        Thread.SpinWait(random.Next(20_000));
        Volatile.Write(ref killed, true);
        writer.Kill();
        feeder.Join();
        ChildOutcome outcome = writer.WaitForExit();
        return outcome.Output.LastIndexOf('\n') is var end and >= 0
            ? int.Parse(outcome.Output[..end].Split('\n')[^1], CultureInfo.InvariantCulture)
            : before;
    }

    private static int Recover(string path)
    {
        int number = 0;
        using var log = new CrashSafeLog(path, record => Assert.Equal(Line(++number), Encoding.UTF8.GetString(record)));
        return number;
    }

    private static string Append(string path, string line)
    {
        using var log = new CrashSafeLog(path, static _ => { });
        log.Append(Encoding.UTF8.GetBytes(line));
        return line + "12345678";
    }

    /// <summary>Of a length that says its number, up to that of some pages: long ones are torn most easily.</summary>
    private static string Line(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} ") + new string((char)('a' + (number % 26)), 500 + (number * 7919 % 40_000));

    public void Dispose()
    {
        _disk.Dispose();
        _memory.Dispose();
    }
}
