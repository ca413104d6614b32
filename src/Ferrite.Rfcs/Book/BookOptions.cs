namespace Ferrite.Rfcs.Book;

/// <summary>How a book is made.</summary>
internal sealed record BookOptions
{
    internal string Title { get; init; } = "RFCs";

    /// <summary>Where the repository's files can be read, ending with a slash or not; null: links to what isn't in the book are text.</summary>
    internal string? SourceUrl { get; init; }
}
