using System.Globalization;
using Ferrite.TestKit;

namespace Ferrite.Samples.Tests;

/// <summary>Each sample says what its description says.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Fact]
    public void Reads_a_file()
    {
        string path = _directory.FileOf("first\nsecond\nthird"u8);

        Assert.Equal(["2 lines in 18 bytes", "first", "begins with 0x73726966"], Sample.Run("read", path));
        Assert.Equal(["0 lines in 0 bytes"], Sample.Run("read", _directory.FileOf([], "empty")));
    }

    [Fact]
    public void Creates_a_file_and_writes()
    {
        string path = _directory.File();

        Assert.Equal(["version 1: 100000 squares, their sum is 333328333350000"], Sample.Run("create", path));

        Assert.Equal(8 + (8 * 100_000), new FileInfo(path).Length);
        Assert.Equal(99_999L * 99_999, BitConverter.ToInt64(File.ReadAllBytes(path), 8 * 100_000));
    }

    [Fact]
    public void Keeps_segments_across_growth() => Assert.Equal(
        ["0: first", "64: second", "128: third", "the first ends where it ends", "in the file: True, False, False"],
        Sample.Run("segments", _directory.File()));

    [Fact]
    public void Counts_in_two_processes_and_loses_nothing() =>
        Assert.Equal(["counted to 2000000"], Sample.Run("counter", _directory.File(), "500000"));

    [NeedsFact(Needs.Linux)]
    public void Shares_state_between_two_processes_that_take_turns() =>
        Assert.Equal(["Position { X = 1000, Y = 10000 }"], Sample.Run("shared-state", _directory.File()));

    [Fact]
    public void Writes_asynchronously() => Assert.Equal(
        ["64 blocks are durable and what they should be", "done or cancelled: 64"], Sample.Run("async", _directory.File()));

    [NeedsFact(Needs.Linux)]
    public void Goes_on_with_or_without_huge_pages()
    {
        string[] lines = Sample.Run("huge-pages");
        Assert.Matches("^on (huge|small) pages$", lines[0]);
        Assert.Equal("1000000 keys, found again: True", lines[1]);
    }

    [Fact]
    public void Finds_records_by_binary_search()
    {
        string path = _directory.File();
        // Of the sample's own formula, over the minutes 60 to 61 days after it begins.
        double average = Enumerable.Range(60 * 1440, 1440).Average(static i => Math.Round(10 + (10 * Math.Sin(i / 1000.0)), 3));

        string expected = string.Create(CultureInfo.InvariantCulture, $"1440 of 1054080 records, from number 86400 on, {average:f3} °C on average");
        Assert.Equal([expected], Sample.Run("records", path, "2024-02-29"));
        Assert.Equal(["nothing of 2023-12-30 in 1054080 records"], Sample.Run("records", path, "2023-12-30"));
        Assert.Equal(["nothing of 2026-01-01 in 1054080 records"], Sample.Run("records", path, "2026-01-01"));
        Assert.StartsWith("1440 of 1054080 records, from number 1052640 on", Sample.Run("records", path, "2025-12-31")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Multiplies_matrices_whose_shapes_fit() =>
        // By hand: (0 1 2) and (3 4 5) by (0 10 20 30), (40 50 60 70), (80 90 100 110).
        Assert.Equal(["200 230 260 290", "560 680 800 920"], Sample.Run("matrix"));

    [Fact]
    public void Keeps_the_last_values_of_a_stream()
    {
        using ChildProcess sample = Sample.Start("ring");
        for (int i = 1; i <= 20; i++)
        {
            sample.Send(i.ToString(CultureInfo.InvariantCulture));
        }

        Assert.Equal(["the last 8: 13 14 15 16 17 18 19 20"], sample.WaitForExit().AssertSucceeded().Lines);
    }

    [Fact]
    public void Shows_what_there_is_to_who_asks_for_nothing()
    {
        ChildOutcome outcome = Sample.RunToEnd();
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("samples/README.md", outcome.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();
}
