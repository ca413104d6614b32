namespace Ferrite.SdkFloor.Values;

/// <summary>
/// Reads a version as a floor: <c>10.0.100</c>, and <c>10.0</c> or <c>10</c> for the first SDK of .NET 10. Also compiled for netstandard2.0.
/// </summary>
internal static class VersionParser
{
    /// <summary>The first patch number of an SDK, since 2.1.300 gave bands a meaning.</summary>
    internal const int FirstPatch = 100;

    internal static SdkVersion? Parse(string text, out string? error)
    {
        error = Refusal(text);
        if (error is not null)
        {
            return null;
        }

        string full = Complete(text);
        if (!SdkVersion.TryParse(full, out SdkVersion? version))
        {
            error = $"'{text}' is not a version: give three numbers such as 10.0.100, with a label behind a dash for a prerelease.";
            return null;
        }

        if (version!.Major > 2 && version.Patch < FirstPatch)
        {
            error = $"No SDK is called {version}: an SDK's third number begins at 100. {version} may be the version of a runtime.";
            return null;
        }

        return version;
    }

    private static string? Refusal(string text)
    {
        if (text.IndexOfAny(['[', ']', '(', ')', '<', '>', '=', '^', '~', '|', '&']) >= 0)
        {
            return $"'{text}' has range operators. A floor is one version; all above it are meant as well.";
        }

        if (text.Contains('*'))
        {
            return $"'{text}' floats. A floor is one version; all above it are meant as well.";
        }

        if (text.Contains(',') || text.Contains(';'))
        {
            return $"'{text}' is a list. A floor is one version; only 'daily:' takes several days.";
        }

        if (text.Contains('+'))
        {
            return $"'{text}' has build metadata, which doesn't order versions: leave it off.";
        }

        if (!SdkVersionText.IsDigit(text[0]))
        {
            return text.Length > 1 && text[0] is 'v' or 'V' && SdkVersionText.IsDigit(text[1])
                ? $"'{text}' begins with a letter: write {text.Substring(1)}."
                : $"'{text}' is no version, and none of 'stable', 'preview' and 'daily: …'.";
        }

        string numbers = text.Split('-')[0];
        if (numbers.EndsWith("xx", StringComparison.OrdinalIgnoreCase))
        {
            return $"'{text}' names a band: write its first version, {numbers.Substring(0, numbers.Length - 2)}00.";
        }

        return RefusalOfNumbers(text, numbers);
    }

    private static string? RefusalOfNumbers(string text, string numbers)
    {
        string[] parts = numbers.Split('.');
        if (parts.Length > 3)
        {
            return $"'{text}' has {(parts.Length == 4 ? "four" : "too many")} numbers; an SDK's version has three.";
        }

        foreach (string part in parts)
        {
            if (part.Length > 1 && part[0] == '0' && SdkVersionText.IsDigits(part))
            {
                return $"'{text}' has a number with a leading zero: {part}.";
            }

            if (SdkVersionText.IsDigits(part) && !SdkVersionText.TryNumber(part, out _))
            {
                return $"'{text}' has a number that no version has: {part}.";
            }
        }

        if (text.Length > numbers.Length && parts.Length < 3)
        {
            return $"'{text}' is a prerelease without all three numbers: give them, as in 10.0.100-preview.1.";
        }

        return text.Length > numbers.Length && !SdkVersionText.IsLabelList(text.Substring(numbers.Length + 1))
            ? $"'{text}' has a prerelease label that is empty, begins with a zero, or has characters other than letters, digits, dots and dashes."
            : null;
    }

    /// <summary>"10" and "10.0" are 10.0.100; the first SDKs of old were numbered otherwise.</summary>
    private static string Complete(string text) => text switch
    {
        "1" or "1.0" => "1.0.0",
        "1.1" => "1.1.0",
        "2" or "2.0" => "2.0.0",
        "2.1" => "2.1.300",
        _ => text.Split('-')[0].Split('.').Length switch
        {
            1 => text + ".0.100",
            2 => text + ".100",
            _ => text,
        },
    };
}
