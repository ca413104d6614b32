using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Checking;

/// <summary>Fields are there, once each, and can be read.</summary>
internal static class HeaderCheck
{
    internal static void Run(CheckSession session, Rfc rfc)
    {
        RfcDocument document = rfc.Document;
        foreach (string field in RfcField.Required.Where(field => document.Find(field) is null))
        {
            session.Add(rfc.Path, document.FirstLine, CheckRule.Header, $"The header has no '- {field}:'.");
        }

        foreach (HeaderLine again in document.Header.GroupBy(static line => line.Key, StringComparer.OrdinalIgnoreCase)
            .Where(static group => !group.Key.Equals(RfcField.History, StringComparison.OrdinalIgnoreCase)).SelectMany(static group => group.Skip(1)))
        {
            session.Add(rfc.Path, again.Line, CheckRule.Header, $"'{again.Key}' stands in the header already.");
        }

        foreach (HeaderLine unknown in document.Header.Where(static line => !RfcField.InOrder.Contains(line.Key, StringComparer.OrdinalIgnoreCase)))
        {
            session.Add(rfc.Path, unknown.Line, CheckRule.Header, $"There is no field '{unknown.Key}'. There are: {string.Join(", ", RfcField.InOrder)}.");
        }

        CheckName(session, rfc);
        CheckDate(session, rfc, RfcField.StartDate, isRequired: true);
        CheckDate(session, rfc, RfcField.FcpStart, isRequired: false);
        CheckDate(session, rfc, RfcField.Decided, isRequired: false);
        if (rfc.SignOffs is null)
        {
            session.Add(rfc, RfcField.SignOffs, CheckRule.Header, "Sign-offs are written '@name 2026-01-31, @name 2026-02-01'.");
        }

        if (document.Get(RfcField.Disposition) is { } disposition && rfc.Disposition is null)
        {
            session.Add(rfc, RfcField.Disposition, CheckRule.Header, $"'{disposition}' is no disposition: merge, close or postpone.");
        }
    }

    private static void CheckName(CheckSession session, Rfc rfc)
    {
        if (rfc.Document.Find(RfcField.FeatureName) is { Value: var name } && !name.Trim('`').Replace('_', '-').Equals(rfc.Name.Slug, StringComparison.Ordinal))
        {
            session.Add(rfc, RfcField.FeatureName, CheckRule.Header, $"The feature's name is '{name}', the file's is '{rfc.Name.Slug.Replace('-', '_')}'.");
        }
    }

    private static void CheckDate(CheckSession session, Rfc rfc, string field, bool isRequired)
    {
        if (rfc.Document.Find(field) is not { } line || (line.Value.Length == 0 && !isRequired))
        {
            return;
        }

        if (Names.Date(line.Value) is not { } date)
        {
            session.Add(rfc, field, CheckRule.Header, $"'{line.Value}' is no date such as 2026-01-31.");
        }
        else if (date > session.Today)
        {
            session.Add(rfc, field, CheckRule.Header, $"{line.Value} has not come yet.");
        }
    }
}
