using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Tests.Records;

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal record struct Record3(byte First, ushort Second);
