namespace Ferrite.Mapping.Tests.FlushPolicies;

internal enum StepKind
{
    Write,
    Span,
    View,
    Chunks,
    FlushRange,
    FlushAll,
    Schedule,
    Resize,
}
