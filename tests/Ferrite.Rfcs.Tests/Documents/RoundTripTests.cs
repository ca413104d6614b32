using System.Text;
using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Lifecycle;
using Ferrite.Rfcs.Model;
using Ferrite.TestKit;
using FsCheck.Fluent;

namespace Ferrite.Rfcs.Tests.Documents;

/// <summary>No byte of any document is lost, whatever is done to it.</summary>
public sealed class RoundTripTests
{
    private static readonly DateOnly Today = new(2026, 3, 20);

    private static readonly RfcMoves Rules = LoadRules();

    private static readonly string[] Set = [RfcField.State, RfcField.Number, RfcField.Team, RfcField.SignOffs, RfcField.Disposition, RfcField.FcpStart, RfcField.Decided, RfcField.Tracking];

    /// <summary>An action, and the fields of a document that it is legal for.</summary>
    private static readonly (Func<RfcMoves, Model.Rfc, RfcDocument> Move, (string, string)[] Fields)[] Moves =
    [
        (static (moves, rfc) => moves.Assign(rfc, 12, "core"), [(RfcField.State, "draft"), (RfcField.Number, "")]),
        (static (moves, rfc) => moves.SignOff(rfc, "ann"), Proposed("")),
        (static (moves, rfc) => moves.SignOff(rfc, "ann"), Proposed("@bob 2026-03-01")),
        (static (moves, rfc) => moves.Withdraw(rfc, "bob"), Proposed("@bob 2026-03-01")),
        (static (moves, rfc) => moves.OpenPeriod(rfc, Disposition.Merge), Proposed("@ann 2026-03-01,  @bob 2026-03-01")),
        (static (moves, rfc) => moves.CancelPeriod(rfc, "why\nnot"), Period("final comment period", "merge")),
        (static (moves, rfc) => moves.Decide(rfc, RfcAction.Accept, "issue 34"), Period("final comment period", "merge")),
        (static (moves, rfc) => moves.Decide(rfc, RfcAction.Close, null), Period("Final Comment Period", "close")),
        (static (moves, rfc) => moves.Decide(rfc, RfcAction.Postpone, null), Period("final comment period", "postpone")),
        (static (moves, rfc) => moves.Reopen(rfc), Period("postponed", "postpone")),
        (static (_, rfc) => RfcMoves.Implement(rfc), Period("active", "merge")),
    ];

    [Fact]
    public void What_is_read_is_what_was_there() => Deep.ForAll(Arbitrary.Bytes, static bytes =>
    {
        var document = new RfcDocument(bytes);
        Assert.Equal(bytes, document.Bytes.ToArray());
        foreach (HeaderLine line in document.Header)
        {
            Assert.Equal(bytes, document.With(line.Key, document.Find(line.Key)!.Value).Bytes.ToArray());
        }
    });

    [Fact]
    public void A_field_that_was_set_reads_as_it_was_set() => Deep.ForAll(
        from bytes in Arbitrary.With((RfcField.State, "draft"))
        from key in Gen.Elements(RfcField.InOrder.ToArray())
        from value in Gen.Elements("x", "繁體 中文", "a: b", "@ann 2026-03-01, @bob 2026-03-02", "")
        select (bytes, key, value), static given =>
    {
        RfcDocument document = new RfcDocument(given.bytes).With(given.key, given.value);
        Assert.Equal(given.value.Length == 0 ? null : given.value, document.Get(given.key));
        Assert.Equal(Without(new RfcDocument(given.bytes), given.key), Without(document, given.key));
    });

    [Fact]
    public void An_action_changes_its_fields_and_nothing_else() => Deep.ForAll(
        from move in Gen.Elements(Moves)
        from bytes in Arbitrary.With([(RfcField.FeatureName, "x"), .. move.Fields])
        select (move.Move, bytes), static given =>
    {
        var before = new RfcDocument(given.bytes);
        RfcDocument after = given.Move(Rules, new Model.Rfc("x", new RfcFileName(12, "x", null), before));
        Assert.NotNull(Names.State(after.Get(RfcField.State)));
        Assert.Equal(before.Body, after.Body);
        Assert.Equal(given.bytes[before.BodyStart..], after.Bytes[after.BodyStart..].ToArray());

        // What the header had is there still, line for line, but for the fields that actions set; lines of history are only added.
        List<byte[]> kept = [.. Lines(before).Where(static line => !Set.Contains(line.Key, StringComparer.OrdinalIgnoreCase)).Select(static line => line.Bytes)];
        List<byte[]> now = [.. Lines(after).Where(static line => !Set.Contains(line.Key, StringComparer.OrdinalIgnoreCase)).Select(static line => line.Bytes)];
        Assert.All(kept, line => Assert.Contains(now, other => other.AsSpan().SequenceEqual(line)));
        Assert.InRange(now.Count - kept.Count, 0, 1);

        // And what a field had that was emptied is in the new line.
        foreach (string field in Set.Where(field => before.Get(field) is not null && after.Get(field) is null))
        {
            Assert.Contains(after.Header, line => line.Key.Equals(RfcField.History, StringComparison.Ordinal) && line.Value.Contains(before.Get(field)!, StringComparison.Ordinal));
        }
    });

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_new_line_ends_as_those_around_it(string ending)
    {
        string text = $"# Title{ending}- State: proposed{ending}- Author: x{ending}{ending}Text.";
        string set = Encoding.UTF8.GetString(new RfcDocument(Encoding.UTF8.GetBytes(text)).With(RfcField.Team, "core").Bytes);
        Assert.Equal($"# Title{ending}- State: proposed{ending}- Author: x{ending}- Sub-team: core{ending}{ending}Text.", set);
    }

    private static (string, string)[] Proposed(string signOffs) => [(RfcField.State, "proposed"), (RfcField.Team, "core"), (RfcField.SignOffs, signOffs)];

    private static (string, string)[] Period(string state, string disposition) =>
    [
        (RfcField.State, state), (RfcField.Team, "core"), (RfcField.SignOffs, "@ann 2026-03-01, @bob 2026-03-01"),
        (RfcField.Disposition, disposition), (RfcField.FcpStart, "2026-03-02"),
    ];

    private static RfcMoves LoadRules()
    {
        using var directory = new TempDirectory();
        return new RfcMoves(TeamsFile.Load(directory.FileOf(Encoding.UTF8.GetBytes(Kit.Workspace.Teams))), Today);
    }

    private static IEnumerable<(string Key, byte[] Bytes)> Lines(RfcDocument document)
    {
        byte[] bytes = document.Bytes.ToArray();
        return document.Header.Select(line => (line.Key, bytes[line.Start..line.ValueEnd]));
    }

    private static byte[] Without(RfcDocument document, string key)
    {
        byte[] bytes = document.Bytes.ToArray();
        return document.Find(key) is { } line ? [.. bytes[..line.Start], .. bytes[line.End..]] : bytes;
    }
}
