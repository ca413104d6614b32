using System.Globalization;

namespace Ferrite.Rfcs.Model;

/// <summary>States, dispositions, dates and numbers as headers have them.</summary>
internal static class Names
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string PeriodName = "final comment period";

    internal static string Of(RfcState state) => state == RfcState.FinalCommentPeriod ? PeriodName : state.ToString().ToLowerInvariant();

    internal static string Of(Disposition disposition) => disposition.ToString().ToLowerInvariant();

    internal static string Of(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Four digits, or as many as it takes.</summary>
    internal static string Of(int number) => number.ToString("D4", CultureInfo.InvariantCulture);

    internal static RfcState? State(string? text)
    {
        foreach (RfcState state in Enum.GetValues<RfcState>())
        {
            if (Of(state).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return state;
            }
        }

        return null;
    }

    internal static Disposition? Disposition(string? text)
    {
        foreach (Disposition disposition in Enum.GetValues<Disposition>())
        {
            if (Of(disposition).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return disposition;
            }
        }

        return null;
    }

    internal static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    internal static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;

    /// <summary>A member's name, without the @ that it may have.</summary>
    internal static string Member(string text) => text.Trim().TrimStart('@');
}
