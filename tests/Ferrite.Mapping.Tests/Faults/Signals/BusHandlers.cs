using System.Runtime.InteropServices;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults.Signals;

/// <summary>A native library that has a SIGBUS handler of its own: <c>bus_handlers.c</c>.</summary>
internal sealed unsafe class BusHandlers
{
    private readonly nint _library;

    private BusHandlers(nint library) => _library = library;

    /// <summary>How often its handler was called.</summary>
    internal int Seen => Call("bus_seen");

    /// <summary>Compiles it, in the test; the child process loads what it is given.</summary>
    internal static string Compile(TempDirectory directory) => NativeSource.Compile(directory, "Signals/bus_handlers.c");

    internal static BusHandlers Load(string library) => new(NativeLibrary.Load(library));

    /// <summary>Loads a copy: another library, with a handler and a memory of its own.</summary>
    internal static BusHandlers LoadCopy(string library, string name)
    {
        File.Copy(library, library + name);
        return Load(library + name);
    }

    /// <summary>Installs its handler, which passes on what it can't mend.</summary>
    internal void Install() => Assert.Equal(0, Call("bus_install"));

    /// <summary>Installs its handler, which passes nothing on.</summary>
    internal void InstallAlone() => Assert.Equal(0, Call("bus_install_alone"));

    internal void Ignore() => Assert.Equal(0, Call("bus_ignore"));

    /// <summary>Reads a page that is gone and that its handler mends.</summary>
    internal void TouchOwnHole() => Assert.Equal(0, Call("bus_touch_own_hole"));

    /// <summary>Reads a page that is gone and that is nobody's.</summary>
    internal int TouchForeignHole() => Call("bus_touch_foreign_hole");

    /// <summary>Sends this thread a SIGBUS that looks as if the kernel had.</summary>
    internal void Send(int code, nint address)
    {
        // SAFETY: int bus_send(int, void *), which does not use the address.
        var send = (delegate* unmanaged<int, nint, int>)NativeLibrary.GetExport(_library, "bus_send");
        Assert.Equal(0, send(code, address));
    }

    // SAFETY: every function called so is int (void).
    private int Call(string function) => ((delegate* unmanaged<int>)NativeLibrary.GetExport(_library, function))();
}
