namespace Ferrite.Mapping.Tests.FlushPolicies;

internal enum StepKind
{
    Write,
    Span,
    View,
    Memory,
    Records,
    Stream,
    Chunks,
    FlushRange,
    FlushAll,
    Schedule,
    Resize,
    Refresh,
}
