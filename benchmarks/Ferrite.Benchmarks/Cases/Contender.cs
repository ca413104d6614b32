namespace Ferrite.Benchmarks.Cases;

/// <summary>One way to do a case's work.</summary>
internal sealed class Contender
{
    /// <summary>The first contender of a peer stands for it in the summary; the others are told apart by <see cref="Name"/>.</summary>
    public required Peer Peer { get; init; }

    /// <summary>Whether others are compared with it; where several are, with the fastest of them.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>What a user calls.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Does so many operations and returns something that depends on all of them. A method of its own that is never inlined: it is
    /// watched by name until it runs fully optimized.
    /// </summary>
    public required Func<long, ulong> Kernel { get; init; }

    /// <summary>What must come out after so many operations.</summary>
    public required Func<long, ulong> Expected { get; init; }

    /// <summary>Operations in a whole pass over the file. Peers that are slow make fewer a call, unless <see cref="NeverFewer"/>.</summary>
    public required long Operations { get; init; }

    /// <summary>Whether every measured call makes all operations: where the first of a call cost more than the others.</summary>
    public bool NeverFewer { get; init; }

    /// <summary>Whether only whole passes make sense: the kernel ignores its argument.</summary>
    public bool WholePassOnly { get; init; }

    /// <summary>Before each call, outside the measured time.</summary>
    public Action? Prepare { get; init; }

    /// <summary>
    /// After each call, outside the measured time, from its operations and what it returned: what is to be compared with
    /// <see cref="Expected"/>, where the return value doesn't tell it all.
    /// </summary>
    public Func<long, ulong, ulong>? Observe { get; init; }

    /// <summary>Threads that run the kernel at once: 1 or 2.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether the kernel must not allocate.</summary>
    public bool IsAccess { get; init; } = true;

    /// <summary>The same work by two threads at once. It is prepared once, and observed when both have ended.</summary>
    internal Contender OnTwoThreads() => new()
    {
        Peer = Peer,
        IsBaseline = IsBaseline,
        Name = Name,
        Kernel = Kernel,
        Expected = Expected,
        Operations = Operations,
        NeverFewer = NeverFewer,
        WholePassOnly = WholePassOnly,
        Prepare = Prepare,
        Observe = Observe,
        IsAccess = IsAccess,
        Threads = 2,
    };

    /// <exception cref="InvalidDataException">The kernel didn't do its work.</exception>
    internal void Verify(long operations, ulong returned)
    {
        ulong actual = Observe is null ? returned : Observe(operations, returned);
        ulong expected = Expected(operations);
        if (actual != expected)
        {
            throw new InvalidDataException($"{Name}: {operations} operations gave {actual:x16}, not {expected:x16}.");
        }
    }
}
