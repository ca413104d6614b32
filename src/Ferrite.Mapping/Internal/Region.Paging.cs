namespace Ferrite.Mapping.Internal;

internal sealed unsafe partial class Region
{
    /// <summary>Whether any of its pages were ever locked. Under the file's gate.</summary>
    internal bool HadLocks { get; set; }

    /// <summary>For calls that take addresses. Good while the region is referenced and, where accesses are counted, entered.</summary>
    internal nint AddressOf(long offset) => (nint)(Base + offset);

    /// <summary>Has the page's fault now, changing no byte. A page that is lost leaves its mark on the region, as with every access.</summary>
    internal void Touch(long page, bool write)
    {
        // SAFETY: the first bytes of a page inside the capacity, mapped writable where the caller asks for writing; the region keeps it
        // mapped until KeepAlive. An atomic "or 0" stores what is there, so it disturbs no other writer.
        if (write)
        {
            Interlocked.Or(ref *(int*)(Base + page), 0);
        }
        else
        {
            Volatile.Read(ref *(Base + page));
        }

        GC.KeepAlive(this);
    }
}
