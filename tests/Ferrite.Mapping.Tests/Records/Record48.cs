using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Tests.Records;

[StructLayout(LayoutKind.Sequential)]
internal record struct Record48(long Key, Int128 Value, double Weight);
