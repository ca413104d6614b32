namespace Ferrite.Handles.Internal.Beneath;

/// <summary>What an error of the OS means here.</summary>
internal enum FailureKind
{
    None,

    /// <summary>The way leads outside.</summary>
    Leaves,

    NotFound,
    NotADirectory,
    IsADirectory,

    /// <summary>It is neither a file nor a directory.</summary>
    IsSpecial,

    /// <summary>It is a link, which is not followed at this place.</summary>
    IsLink,

    Exists,
    Denied,
    NameTooLong,
    TooManyLinks,
    IsShared,
    IsNoLink,
    Unsupported,

    /// <summary>To be tried again: something moved meanwhile.</summary>
    Moved,

    /// <summary>Bytes, not characters, or no name of this OS.</summary>
    InvalidName,

    Other,
}
