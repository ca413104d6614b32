namespace Ferrite.Handles;

/// <summary>Why extraction refused an entry.</summary>
public enum RefusalReason
{
    /// <summary>Its name, or a link in the destination on the way to it, leads outside.</summary>
    Escape,

    /// <summary>Its name is none on this OS, or too long.</summary>
    Name,

    /// <summary>It is a link that leads outside, or links are not wanted.</summary>
    Link,

    /// <summary>It is a device, a pipe, or something else that is neither file, directory nor link; or it is encrypted.</summary>
    Kind,

    /// <summary>An entry before it has the same name, or one that differs by case alone where that counts.</summary>
    Duplicate,

    /// <summary>The destination has something by that name already.</summary>
    Exists,

    /// <summary>It is longer than an entry may be.</summary>
    EntryTooLong,

    /// <summary>With it the whole is longer than it may be. Extraction stops here.</summary>
    TotalTooLong,

    /// <summary>There are more entries than there may be. Extraction stops here.</summary>
    TooManyEntries,

    /// <summary>Its data is compressed more than data may be: a bomb.</summary>
    Ratio,

    /// <summary>The archive is damaged: data that is cut off, of another length or checksum than declared, or not to be decompressed.</summary>
    Damaged,

    /// <summary>The OS refused: permissions, a file where a directory has to be.</summary>
    Denied,
}
