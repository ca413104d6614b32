using System.Globalization;

namespace Ferrite.SdkFloor.Values;

/// <summary>The letters of a version: numbers, labels and their order. Also compiled for netstandard2.0.</summary>
internal static class SdkVersionText
{
    /// <summary>Digits alone, no leading zero, not more than <see cref="SdkVersion.MaxPart"/>.</summary>
    internal static bool TryNumber(string text, out int number)
    {
        number = 0;
        return text.Length is > 0 and <= 5 && (text.Length == 1 || text[0] != '0') && IsDigits(text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= SdkVersion.MaxPart;
    }

    /// <summary>Identifiers of letters, digits and dashes, between dots; numbers without leading zeros.</summary>
    internal static bool IsLabelList(string text)
    {
        foreach (string label in text.Split('.'))
        {
            if (label.Length == 0 || (label.Length > 1 && label[0] == '0' && IsDigits(label)))
            {
                return false;
            }

            foreach (char c in label)
            {
                if (!IsLabelCharacter(c))
                {
                    return false;
                }
            }
        }

        return true;
    }

    internal static bool IsLabelCharacter(char c) => IsDigit(c) || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-';

    internal static bool IsDigit(char c) => c is >= '0' and <= '9';

    internal static bool IsDigits(string text)
    {
        foreach (char c in text)
        {
            if (!IsDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>Of two versions with the same numbers: a stable one is above all prereleases.</summary>
    internal static int CompareLabels(SdkVersion left, SdkVersion right)
    {
        if (!left.IsPrerelease || !right.IsPrerelease)
        {
            return right.IsPrerelease.CompareTo(left.IsPrerelease);
        }

        string[] first = left.Labels;
        string[] second = right.Labels;
        for (int i = 0; i < first.Length && i < second.Length; i++)
        {
            int order = CompareLabel(first[i], second[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return first.Length.CompareTo(second.Length);
    }

    /// <summary>Numbers by value and before all else; the rest without regard to case. That is NuGet's order, not SemVer's ordinal one.</summary>
    internal static int CompareLabel(string left, string right)
    {
        bool isNumber = TryLabelNumber(left, out int first);
        bool isOtherNumber = TryLabelNumber(right, out int second);
        return isNumber && isOtherNumber ? first.CompareTo(second)
            : isNumber || isOtherNumber ? isOtherNumber.CompareTo(isNumber)
            : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }

    internal static bool TryLabelNumber(string label, out int number) =>
        int.TryParse(label, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);
}
