using Ferrite.Benchmarks.Files;

namespace Ferrite.Benchmarks.Cases;

/// <summary>What a case is called, and how to set it up.</summary>
/// <param name="Name">For <c>--filter</c>.</param>
/// <param name="Title">For tables.</param>
/// <param name="Operation">What the time is the time of.</param>
/// <param name="Length">Bytes of its file, unless only a check is asked for.</param>
/// <param name="Create">Sets it up on a file, which it then owns.</param>
internal sealed record CaseEntry(string Name, string Title, string Operation, long Length, Func<BenchmarkFile, Case> Create);
