namespace Ferrite.Rfcs;

/// <summary>Something that was given can't be worked with, and nothing was done. The message is for people, and enough.</summary>
internal class RfcException(string message, Exception? cause = null) : Exception(message, cause);
