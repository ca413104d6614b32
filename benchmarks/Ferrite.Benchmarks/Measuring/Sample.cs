namespace Ferrite.Benchmarks.Measuring;

/// <summary>One call of one kernel.</summary>
/// <param name="Nanoseconds">Of the whole call; where two threads ran, the mean of both.</param>
/// <param name="CpuNanoseconds">Processor time of the whole process meanwhile.</param>
/// <param name="AllocatedBytes">By the calling thread.</param>
/// <param name="Preemptions">How often others took a processor away meanwhile: 0, or the time is theirs too.</param>
internal readonly record struct Sample(double Nanoseconds, double CpuNanoseconds, long AllocatedBytes, long Preemptions);
