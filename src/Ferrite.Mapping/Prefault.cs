namespace Ferrite.Mapping;

/// <summary>Whether a mapping brings its pages in by itself. See MADV_POPULATE_READ in madvise(2).</summary>
public enum Prefault
{
    /// <summary>Each page comes with the first access to it.</summary>
    None,

    /// <summary>
    /// All of them, before the opening returns: it waits for the disk, and fails where a page can't be had. So does whatever maps the file
    /// anew (<see cref="MappedFile.Refresh"/>, <see cref="MappedFile.Resize"/>), but without failing for it.
    /// </summary>
    Eager,

    /// <summary>
    /// All of them, by a background thread, from the beginning of the file to its end. It stops when the file is disposed or mapped anew,
    /// doesn't keep a file alive that was dropped, and leaves pages that can't be had to the access that meets them.
    /// </summary>
    Background,
}
