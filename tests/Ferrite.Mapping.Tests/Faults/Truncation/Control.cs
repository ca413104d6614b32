namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>
/// Memory that cutter and readers share: the stage, announced before the file changes and after; and how many accesses were made, so
/// that the cutter can let some pass.
/// </summary>
internal sealed class Control : IDisposable
{
    private const int StageAt = 0;
    private const int AccessesAt = 64;
    private const int Size = 128;

    private readonly MappedFile _file;

    internal Control(string path) => _file = MappedFile.OpenOrCreate(path, Size);

    internal Stage Now => new(_file.Read<long>(StageAt));

    internal void Enter(StageKind kind, long length)
    {
        _file.Write(StageAt, Now.Next(kind, length).Word);
        Thread.MemoryBarrier();
    }

    internal void CountAccess() => Interlocked.Increment(ref Accesses);

    /// <summary>Waits until the readers have made so many more accesses.</summary>
    internal void LetPass(int accesses)
    {
        long until = Volatile.Read(ref Accesses) + accesses;
        while (Volatile.Read(ref Accesses) < until)
        {
            Thread.Yield();
        }
    }

    public void Dispose() => _file.Dispose();

    // SAFETY: inside the mapping, 8-byte aligned; _file is not disposed while anyone counts.
    private unsafe ref long Accesses => ref *(long*)(_file.DangerousGetPointer() + AccessesAt);
}
