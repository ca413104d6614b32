namespace Ferrite.Rfcs.Model;

/// <summary>What a final comment period is meant to end with.</summary>
internal enum Disposition
{
    Merge,
    Close,
    Postpone,
}
