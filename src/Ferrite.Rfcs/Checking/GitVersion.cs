using Ferrite.Rfcs.Documents;

namespace Ferrite.Rfcs.Checking;

/// <summary>A document as a commit has it.</summary>
internal sealed record GitVersion(string Commit, RfcDocument Document);
