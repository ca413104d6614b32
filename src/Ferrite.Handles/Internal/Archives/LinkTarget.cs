using Ferrite.Handles.Internal.Beneath;

namespace Ferrite.Handles.Internal.Archives;

/// <summary>Targets of symbolic links in archives.</summary>
internal static class LinkTarget
{
    internal const int MostBytes = 4095;

    /// <summary>
    /// Only what can be judged by itself: relative, with ".." at its beginning only. There it goes up from where the link really is, which is
    /// found out by resolving it; anywhere else it would depend on links that may come later.
    /// </summary>
    /// <exception cref="EntryRefusedException">It is none of those.</exception>
    internal static void Check(string target)
    {
        if (target.Length is 0 or > MostBytes || target.Contains('\0', StringComparison.Ordinal))
        {
            throw new EntryRefusedException(RefusalReason.Link, "its target is no path");
        }

        if (RelativeName.IsSeparator(target[0]) || Path.IsPathRooted(target))
        {
            throw new EntryRefusedException(RefusalReason.Link, $"it leads to an absolute path, '{ArchiveName.Show(target)}'");
        }

        string[] parts = target.Split('/', Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (parts.SkipWhile(static part => part is "..").Contains("..", StringComparer.Ordinal))
        {
            throw new EntryRefusedException(RefusalReason.Link, $"its target goes down and up again, '{ArchiveName.Show(target)}'");
        }
    }
}
