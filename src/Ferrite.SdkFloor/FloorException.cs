namespace Ferrite.SdkFloor;

/// <summary>Something that was given can't be worked with. The message is for people, and enough: commands print it and end with 2.</summary>
internal class FloorException(string message, Exception? cause = null) : Exception(message, cause);
