using Ferrite.Rfcs.Lifecycle;

namespace Ferrite.Rfcs;

/// <summary>A rule of the process forbids it, and nothing was done.</summary>
internal sealed class RefusedException(string message, RfcRule rule) : RfcException(message)
{
    internal RfcRule Rule { get; } = rule;
}
