namespace Ferrite.Rfcs.Checking;

/// <summary>One thing that is wrong.</summary>
/// <param name="File">From the root, with slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Rule">One of <see cref="CheckRule"/>.</param>
/// <param name="Message">A sentence.</param>
/// <param name="IsError">A warning is about what could not be checked.</param>
internal sealed record RfcFinding(string File, int Line, string Rule, string Message, bool IsError);
