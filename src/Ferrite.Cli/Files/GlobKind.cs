namespace Ferrite.Cli.Files;

/// <summary>What a part of a <see cref="Glob"/> stands for.</summary>
internal enum GlobKind
{
    /// <summary>A character that means itself.</summary>
    Literal,

    /// <summary><c>?</c></summary>
    AnyOne,

    /// <summary><c>*</c></summary>
    AnyName,

    /// <summary><c>**</c></summary>
    Anything,

    /// <summary><c>**/</c>: any directories, or none.</summary>
    Directories,

    /// <summary><c>[…]</c></summary>
    OneOf,
}
