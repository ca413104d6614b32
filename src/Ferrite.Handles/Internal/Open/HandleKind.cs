namespace Ferrite.Handles.Internal.Open;

/// <summary>What the number in a SafeHandle is, to the OS.</summary>
internal enum HandleKind
{
    /// <summary>Nobody knows: a type of somebody else's, whose number may as well be an address.</summary>
    Unknown,

    /// <summary>A file descriptor; on Windows a handle of a kernel object.</summary>
    Kernel,

    /// <summary>A socket: a descriptor like any other, but on Windows, where it has calls of its own.</summary>
    Socket,

    /// <summary>The runtime's own, for what it makes up itself: wait handles and processes, elsewhere than on Windows.</summary>
    Runtime,
}
