using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Checking;

/// <summary>Names of files are as they should be; numbers are unique, and the same in name and header.</summary>
internal static class NumberCheck
{
    internal static void Run(CheckSession session)
    {
        foreach (string path in session.Tree.AllFiles().Where(static path => RfcFileName.Parse(Path.GetFileName(path)) is null))
        {
            session.Add(path, 1, CheckRule.FileName, "A document is named '0012-some-name.md', a draft '0000-some-name.md', a translation '0012-some-name.zh-TW.md'.");
        }

        foreach (Rfc rfc in session.Rfcs)
        {
            string? number = rfc.Document.Get(RfcField.Number);
            if (number is not null && rfc.Number is null)
            {
                session.Add(rfc, RfcField.Number, CheckRule.Number, $"'{number}' is no number.");
            }
            else if ((rfc.Number ?? 0) != rfc.Name.Number)
            {
                session.Add(rfc, RfcField.Number, CheckRule.Number, $"The header's number, {number ?? "none"}, is not the file name's, {Names.Of(rfc.Name.Number)}.");
            }
        }

        foreach (IGrouping<int, Rfc> group in session.Rfcs.Where(static rfc => rfc.Name.Number > 0).GroupBy(static rfc => rfc.Name.Number))
        {
            foreach (Rfc rfc in group.Skip(1))
            {
                session.Add(rfc, RfcField.Number, CheckRule.Number, $"Number {Names.Of(group.Key)} is taken by {group.First().Name}.");
            }
        }
    }
}
