using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Brings a region's pages in, by a thread of its own, since it waits for the disk. It refers to the region for no longer than it takes to
/// look up an address: a call about addresses that are gone, or another mapping's by then, does nothing that anybody could see.
/// </summary>
internal sealed class Prefaulter
{
    /// <summary>How soon it stops.</summary>
    private const long SliceBytes = 2 << 20;

    private readonly WeakReference<Region> _region;
    private readonly Action<nint, nuint> _bringIn;
    private volatile bool _stopped;
    private volatile bool _ended;

    private Prefaulter(Region region, Action<nint, nuint> bringIn)
    {
        _region = new WeakReference<Region>(region);
        _bringIn = bringIn;
    }

    internal static Prefaulter Start(Region region) => Start(region, Backend.BringIn);

    /// <summary>With another call to bring pages in, for tests.</summary>
    internal static Prefaulter Start(Region region, Action<nint, nuint> bringIn)
    {
        var prefaulter = new Prefaulter(region, bringIn);
        new Thread(prefaulter.Run) { IsBackground = true, Name = "Ferrite prefault" }.Start();
        return prefaulter;
    }

    /// <summary>For tests.</summary>
    internal bool HasEnded => _ended;

    internal void Stop() => _stopped = true;

    private void Run()
    {
        for (long offset = 0; TryFind(offset, out nint address, out nuint length); offset += SliceBytes)
        {
            _bringIn(address, length);
        }

        _ended = true;
    }

    /// <summary>Not inlined, so that no local of a running loop keeps the region alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryFind(long offset, out nint address, out nuint length)
    {
        address = 0;
        length = 0;
        if (_stopped || !_region.TryGetTarget(out Region? region))
        {
            return false;
        }

        long left = Volatile.Read(ref region.Length) - offset;
        if (left <= 0 || region.State != 0)
        {
            return false;
        }

        address = region.AddressOf(offset);
        length = (nuint)Math.Min(SliceBytes, PageMath.RoundUp(left));
        return true;
    }
}
