namespace Ferrite.SdkFloor.Values;

/// <summary>Reads what follows <c>daily:</c>. Also compiled for netstandard2.0.</summary>
internal static class DailyParser
{
    internal static DailyDates? Parse(string text, out string? error)
    {
        if (text.Trim().Length == 0)
        {
            error = "'daily' needs days, such as 'daily: 2026-03-01' or 'daily: >=2026-03-01'. For the current preview or later, write 'preview'.";
            return null;
        }

        DateTime? first = null;
        DateTime? last = null;
        var days = new List<DateTime>();
        foreach (string piece in text.Split(','))
        {
            error = Read(piece.Trim(), ref first, ref last, days);
            if (error is not null)
            {
                return null;
            }
        }

        if (first > last)
        {
            error = $"No day is both >={BuildDate.ToText(first.Value)} and <={BuildDate.ToText(last.Value)}.";
            return null;
        }

        error = null;
        return new DailyDates(first, last, days);
    }

    private static string? Read(string term, ref DateTime? first, ref DateTime? last, List<DateTime> days)
    {
        if (term.Length == 0)
        {
            return "A day is missing between or behind the commas.";
        }

        bool isFirst = term.StartsWith(">=", StringComparison.Ordinal);
        bool isLast = term.StartsWith("<=", StringComparison.Ordinal);
        string text = isFirst || isLast ? term.Substring(2).TrimStart() : term;
        if (!isFirst && !isLast && "<>=!~^*".Contains(term[0]))
        {
            return $"'{term}' begins with an operator that days don't have: use >= and <=.";
        }

        if (!BuildDate.TryParse(text, out DateTime day))
        {
            return $"'{text}' is not a day: write year, month and day as in 2026-03-01.";
        }

        if (isFirst || isLast)
        {
            ref DateTime? bound = ref isFirst ? ref first : ref last;
            if (bound is not null)
            {
                return $"There are two {(isFirst ? ">=" : "<=")}: a value has one range, and single days beside it.";
            }

            bound = day;
            return null;
        }

        if (days.Contains(day))
        {
            return $"{text} is there twice.";
        }

        days.Add(day);
        return null;
    }
}
