using System.Runtime.CompilerServices;
using Ferrite.Benchmarks.Files;
using Ferrite.Handles;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Benchmarks.Cases;

/// <summary>A file's handle kept open for the time of one use of its number, again and again.</summary>
internal sealed class Borrows(BenchmarkFile file) : Case(file)
{
    private const long BorrowsOfCall = 1 << 20;

    internal override IReadOnlyList<Contender> Contenders =>
    [
        Uses(Peer.RawPointer, "DangerousAddRef, DangerousGetHandle, DangerousRelease in a finally", Counted),
        Uses(Peer.Ferrite, "using Borrow(), DangerousGetHandle", Borrowed),
        Uses(Peer.Ferrite, "using Borrow()", BorrowedOnly),
        Uses(Peer.Ferrite, "using MappedFile.Borrow(), DangerousGetHandle", BorrowedOfMapping),
    ];

    private static Contender Uses(Peer peer, string name, Func<long, ulong> kernel) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = name,
        Kernel = kernel,
        Expected = static count => (ulong)count,
        Operations = BorrowsOfCall,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Counted(long count)
    {
        SafeFileHandle handle = File.Handle;
        ulong used = 0;
        for (long i = 0; i < count; i++)
        {
            bool added = false;
            try
            {
                handle.DangerousAddRef(ref added);
                used += handle.DangerousGetHandle() >= 0 ? 1u : 0;
            }
            finally
            {
                if (added)
                {
                    handle.DangerousRelease();
                }
            }
        }

        return used;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Borrowed(long count)
    {
        SafeFileHandle handle = File.Handle;
        ulong used = 0;
        for (long i = 0; i < count; i++)
        {
            using BorrowedHandle<SafeFileHandle> borrow = handle.Borrow();
            used += borrow.DangerousGetHandle() >= 0 ? 1u : 0;
        }

        return used;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong BorrowedOnly(long count)
    {
        SafeFileHandle handle = File.Handle;
        ulong used = 0;
        for (long i = 0; i < count; i++)
        {
            using BorrowedHandle<SafeFileHandle> borrow = handle.Borrow();
            used += borrow.IsInvalid ? 0 : 1u;
        }

        return used;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong BorrowedOfMapping(long count)
    {
        ulong used = 0;
        for (long i = 0; i < count; i++)
        {
            using BorrowedHandle<SafeFileHandle> borrow = File.Mapped.Borrow();
            used += borrow.DangerousGetHandle() >= 0 ? 1u : 0;
        }

        return used;
    }
}
