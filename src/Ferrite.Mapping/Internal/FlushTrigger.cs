namespace Ferrite.Mapping.Internal;

internal enum FlushTrigger
{
    Manual,
    Always,
    Bytes,
    Writes,
    Interval,
}
