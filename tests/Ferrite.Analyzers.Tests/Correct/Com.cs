using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Correct.Com;

/// <summary>COM: interface pointers are no file handles.</summary>
[GeneratedComInterface]
[Guid("0000010c-0000-0000-c000-000000000046")]
public partial interface IPersist
{
    void GetClassID(out Guid id);
}

[ComImport]
[Guid("00000001-0000-0000-c000-000000000046")]
[InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
public interface IClassFactory
{
    void CreateInstance([MarshalAs(UnmanagedType.IUnknown)] object? outer, in Guid iid, out IntPtr result);

    void LockServer([MarshalAs(UnmanagedType.Bool)] bool isLocked);
}

public static partial class Activation
{
    public static object Create(Guid clsid, Guid iid)
    {
        Marshal.ThrowExceptionForHR(CoCreateInstance(in clsid, IntPtr.Zero, 1, in iid, out IntPtr unknown));
        try
        {
            return Marshal.GetObjectForIUnknown(unknown);
        }
        finally
        {
            Marshal.Release(unknown);
        }
    }

    [LibraryImport("ole32")]
    private static partial int CoCreateInstance(in Guid clsid, IntPtr outer, uint context, in Guid iid, out IntPtr result);
}

/// <summary>An IUnknown by hand.</summary>
public readonly unsafe struct Unknown(void** pointer)
{
    private readonly void** _pointer = pointer;

    public uint AddRef()
    {
        // SAFETY: the second entry of every COM table is AddRef, and the reference that this holds keeps the object.
        return ((delegate* unmanaged[MemberFunction]<void**, uint>)(*(void***)_pointer)[1])(_pointer);
    }
}
