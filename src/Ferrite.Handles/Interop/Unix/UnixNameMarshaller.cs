using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Ferrite.Handles.Interop.Unix;

/// <summary>A name as the NUL-terminated bytes that it stands for: see <see cref="UnixName"/>.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedIn, typeof(ManagedToUnmanagedIn))]
internal static unsafe class UnixNameMarshaller
{
    internal ref struct ManagedToUnmanagedIn
    {
        private byte* _bytes;
        private bool _isAllocated;

        /// <summary>Bytes on the caller's stack: enough for most names.</summary>
        public static int BufferSize => 256;

        public void FromManaged(string name, Span<byte> buffer)
        {
            int needed = UnixName.MostBytes(name) + 1;
            if (needed > buffer.Length)
            {
                // SAFETY: NativeMemory.Alloc returns as many bytes as asked for, or throws; Free gives them back.
                _bytes = (byte*)NativeMemory.Alloc((nuint)needed);
                _isAllocated = true;
                buffer = new Span<byte>(_bytes, needed);
            }
            else
            {
                // SAFETY: the buffer lives on the stack of the generated caller until after the native call.
                _bytes = (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetReference(buffer));
            }

            buffer[UnixName.Encode(name, buffer)] = 0;
        }

        public readonly byte* ToUnmanaged() => _bytes;

        public readonly void Free()
        {
            if (_isAllocated)
            {
                // SAFETY: allocated by FromManaged, freed once: the generated caller calls this once.
                NativeMemory.Free(_bytes);
            }
        }
    }
}
