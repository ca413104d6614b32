namespace Ferrite.Handles.Interop.Unix;

/// <summary>What all Unixes agree on in &lt;fcntl.h&gt; about the access a file was opened with.</summary>
internal static class AccessMode
{
    internal const int O_WRONLY = 1;
    internal const int O_RDWR = 2;
    internal const int O_ACCMODE = 3;
}
