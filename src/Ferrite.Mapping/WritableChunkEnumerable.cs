using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

/// <summary>A file's bytes in writable pieces of one size, the last one maybe shorter, without copies or allocation: for <c>foreach</c>.</summary>
public readonly ref struct WritableChunkEnumerable
{
    private readonly ref Region _current;
    private readonly FileMapping _mapping;
    private readonly int _chunkSize;

    internal WritableChunkEnumerable(ref Region current, FileMapping mapping, int chunkSize)
    {
        _current = ref current;
        _mapping = mapping;
        _chunkSize = chunkSize;
    }

    /// <summary>Starts an enumeration of the file at its length now.</summary>
    /// <exception cref="NotSupportedException">The file is mapped <see cref="MapMode.ReadOnly"/>.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public Enumerator GetEnumerator() => new(Views.GetWritable(ref _current, _mapping, 0, 0), _chunkSize);

    /// <summary>Hands out the chunks. Each is good until the next <see cref="MoveNext"/>.</summary>
    public unsafe ref struct Enumerator
    {
        private readonly int _chunkSize;
        private ChunkCursor _cursor;

        internal Enumerator(Region region, int chunkSize)
        {
            _chunkSize = chunkSize;
            _cursor = new ChunkCursor(region);
        }

        /// <summary>The chunk's bytes.</summary>
        /// <exception cref="ObjectDisposedException">On Windows: the enumeration was disposed.</exception>
        public readonly Span<byte> Current
        {
            get
            {
                _cursor.CheckHeld();
                // SAFETY: the cursor stays inside the length that its region had when the enumeration started; those addresses stay mapped
                // while the enumerator, which holds the region, is in use.
                return new(_cursor.Start, _cursor.Length);
            }
        }

        /// <summary>Goes on to the next chunk, after checking that the last one could be trusted, and counting it for the file's <see cref="FlushPolicy"/>.</summary>
        /// <exception cref="MappedFileFaultException">A page of the last chunk was gone, or the file was shrunk under it.</exception>
        /// <exception cref="IOException">A flush that the <see cref="FlushPolicy"/> asked for failed, now or earlier.</exception>
        /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
        public bool MoveNext() => _cursor.MoveNextWritable(_chunkSize);

        /// <summary>Ends the enumeration, and throws what <see cref="MoveNext"/> throws.</summary>
        /// <exception cref="MappedFileFaultException">A page of the last chunk was gone, or the file was shrunk under it.</exception>
        /// <exception cref="IOException">A flush that the <see cref="FlushPolicy"/> asked for failed, now or earlier.</exception>
        /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
        public void Dispose() => _cursor.EndWritable();
    }
}
