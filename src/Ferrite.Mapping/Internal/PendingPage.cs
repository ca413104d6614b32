using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Internal;

/// <summary>What was written to a page and not flushed yet.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PendingPage(long Page, long Bytes, long Writes);
