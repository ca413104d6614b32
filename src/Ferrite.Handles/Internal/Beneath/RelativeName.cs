namespace Ferrite.Handles.Internal.Beneath;

/// <summary>
/// Names relative to a directory, as strings without ".", without empty parts and with one kind of separator: neither changes what they mean.
/// </summary>
internal static class RelativeName
{
    /// <summary>The directory itself.</summary>
    internal const string Self = ".";

    internal static char Separator => Path.DirectorySeparatorChar;

    /// <exception cref="PathEscapeException">It is none.</exception>
    internal static string Check(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0)
        {
            throw new PathEscapeException(name, "it is empty");
        }

        if (IsSeparator(name[0]))
        {
            throw new PathEscapeException(name, "it is absolute");
        }

        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw new PathEscapeException(name, "it has a NUL");
        }

        // Of a drive, or of another stream of a file.
        if (OperatingSystem.IsWindows() && name.Contains(':', StringComparison.Ordinal))
        {
            throw new PathEscapeException(name, "it has a colon");
        }

        return Clean(name);
    }

    /// <summary>The same of a name for something that is not the directory itself.</summary>
    internal static string CheckEntry(string name)
    {
        string clean = Check(name);
        return clean is not Self ? clean : throw new PathEscapeException(name, "it is the directory itself");
    }

    /// <summary>All but the last part; <see cref="Self"/> where there is only one.</summary>
    internal static string Parent(string name) => name.LastIndexOf(Separator) is var at and > 0 ? name[..at] : Self;

    internal static string Last(string name) => name[(name.LastIndexOf(Separator) + 1)..];

    internal static string Join(string directory, string name) => directory is Self ? name : $"{directory}{Separator}{name}";

    internal static bool IsSeparator(char c) => c == Path.DirectorySeparatorChar || c == Path.AltDirectorySeparatorChar;

    private static string Clean(string name)
    {
        bool isClean = true;
        for (int start = 0; start <= name.Length;)
        {
            int end = start;
            while (end < name.Length && !IsSeparator(name[end]))
            {
                end++;
            }

            ReadOnlySpan<char> part = name.AsSpan(start, end - start);
            if (part is "..")
            {
                throw new PathEscapeException(name, "it has '..'");
            }

            isClean &= part is not ("" or ".") && (end == name.Length || name[end] == Separator);
            start = end + 1;
        }

        return isClean ? name : Rebuild(name);
    }

    private static string Rebuild(string name)
    {
        IEnumerable<string> parts = name.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Where(static part => part is not ("" or "."));
        string clean = string.Join(Separator, parts);
        return clean.Length == 0 ? Self : clean;
    }
}
