using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Lifecycle;

/// <summary>What a header had before it was cleared is kept in a line of its own.</summary>
internal static class RfcHistory
{
    private static readonly string[] Cleared = [RfcField.SignOffs, RfcField.Disposition, RfcField.FcpStart, RfcField.Decided];

    /// <summary>"merge since 2026-01-31; postponed 2026-02-10; signed off: @ann 2026-01-30".</summary>
    internal static string Of(Rfc rfc)
    {
        string decided = rfc.Document.Get(RfcField.Decided) is { } date ? $"; decided {date}" : "";
        return $"{rfc.Document.Get(RfcField.Disposition)} since {rfc.Document.Get(RfcField.FcpStart)}{decided}; signed off: {rfc.Document.Get(RfcField.SignOffs)}";
    }

    internal static RfcDocument Clear(RfcDocument document, string record) =>
        Cleared.Aggregate(document, static (cleared, field) => cleared.With(field, "")).Add(RfcField.History, record);

    /// <summary>White space of any kind, line breaks too, as one space.</summary>
    internal static string OneLine(string text) =>
        string.Join(' ', new string([.. text.Select(static c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
