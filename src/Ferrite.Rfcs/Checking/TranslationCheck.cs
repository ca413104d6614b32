using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Checking;

/// <summary>A translation has an original beside it, and no state of its own.</summary>
internal static class TranslationCheck
{
    internal static void Run(CheckSession session)
    {
        foreach ((string path, RfcFileName name) in session.Tree.Files().Where(static file => file.Name.Language is not null))
        {
            if (!session.Rfcs.Any(rfc => rfc.Name.Stem.Equals(name.Stem, StringComparison.Ordinal)))
            {
                session.Add(path, 1, CheckRule.Translation, $"It translates {name.Stem}.md, which is not there.");
            }

            var document = new RfcDocument(DocumentFile.Read(path));
            if (!System.Text.Unicode.Utf8.IsValid(document.Bytes))
            {
                session.Add(path, 1, CheckRule.Encoding, "It is not UTF-8.");
            }

            if (document.Find(RfcField.State) is { } state)
            {
                session.Add(path, state.Line, CheckRule.Translation, "The header stands in the original only: two would soon differ.");
            }
        }
    }
}
