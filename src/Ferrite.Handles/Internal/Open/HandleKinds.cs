namespace Ferrite.Handles.Internal.Open;

/// <summary>Names of <see cref="HandleIdentity.Kind"/> that are asked for.</summary>
internal static class HandleKinds
{
    internal const string Directory = "directory";
    internal const string Socket = "socket";
}
