namespace Ferrite.Rfcs.Lifecycle;

/// <summary>What is done to an RFC.</summary>
internal enum RfcAction
{
    Assign,
    SignOff,
    Withdraw,
    OpenPeriod,
    CancelPeriod,
    Accept,
    Close,
    Postpone,
    Reopen,
    Implement,
}
