using System.Runtime.CompilerServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public readonly unsafe ref partial struct MappedRecords<T>
    where T : unmanaged
{
    /// <summary>Hands out the records in order.</summary>
    public ref struct Enumerator
    {
        private readonly MappedRecords<T> _records;
        private readonly byte* _end;
        private byte* _next;
        private byte* _current;

        internal Enumerator(MappedRecords<T> records)
        {
            _records = records;
            _next = records._start;
            _end = _next + (records.Count * sizeof(T));
        }

        /// <summary>The record.</summary>
        public readonly ref readonly T Current
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                Views.CheckHeld(_records._region);
                // SAFETY: a record that MoveNext came to; before the first one a null reference, which throws when it is used. The region
                // is kept alive by Dispose, at the latest.
                return ref Unsafe.AsRef<T>(_current);
            }
        }

        /// <summary>Goes on to the next record.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            if (_next == _end)
            {
                return false;
            }

            _current = _next;
            _next += sizeof(T);
            return true;
        }

        /// <summary>Throws if what was seen can't be trusted: also where the records themselves are not disposed.</summary>
        /// <exception cref="MappedFileFaultException">A page was gone, or the file was shrunk to less than the records.</exception>
        /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Dispose() => _records.Validate();
    }
}
