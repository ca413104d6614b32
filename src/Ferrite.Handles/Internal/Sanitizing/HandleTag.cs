using System.Diagnostics;
using Ferrite.Handles.Internal.Open;

namespace Ferrite.Handles.Internal.Sanitizing;

/// <summary>What an owner was opened on, as it was first seen.</summary>
/// <param name="Kind">Of its number.</param>
/// <param name="Number">The OS's.</param>
/// <param name="Identity">Null where nothing was open there.</param>
/// <param name="Seen">Where it was opened, or else first seen.</param>
internal sealed record HandleTag(HandleKind Kind, nint Number, HandleIdentity? Identity, StackTrace Seen);
