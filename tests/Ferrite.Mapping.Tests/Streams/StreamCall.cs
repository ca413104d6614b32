namespace Ferrite.Mapping.Tests.Streams;

internal enum StreamCall
{
    Read,
    ReadArray,
    ReadByte,
    ReadAsync,
    ReadArrayAsync,
    Seek,
    SetPosition,
    Write,
    WriteArray,
    WriteByte,
    WriteAsync,
    WriteArrayAsync,
    CopyTo,
    CopyToAsync,
    Length,
    Flush,
}
