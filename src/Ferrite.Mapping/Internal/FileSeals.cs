namespace Ferrite.Mapping.Internal;

/// <summary>What nobody can do to a file any more: see F_ADD_SEALS in fcntl(2).</summary>
[Flags]
internal enum FileSeals
{
    None = 0,
    Shrink = 1,
    Grow = 2,
}
