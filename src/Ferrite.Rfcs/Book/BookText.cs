using System.Net;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Book;

/// <summary>What the book itself says, in English and in Chinese as written in Taiwan. The page shows the reader's.</summary>
internal static class BookText
{
    internal const string Original = "en";
    internal const string Chinese = "zh-TW";

    /// <summary>States as an index has them: what is decided soon, and what holds, come first.</summary>
    internal static IReadOnlyList<RfcState> StatesInOrder { get; } =
        [RfcState.FinalCommentPeriod, RfcState.Active, RfcState.Implemented, RfcState.Proposed, RfcState.Draft, RfcState.Postponed, RfcState.Closed];

    /// <summary>A piece of HTML that shows one of both.</summary>
    internal static string Both(string english, string chinese) =>
        $"<span data-t=\"{Original}\">{WebUtility.HtmlEncode(english)}</span><span data-t=\"{Chinese}\" lang=\"{Chinese}\">{WebUtility.HtmlEncode(chinese)}</span>";

    internal static string Of(RfcState state) => state switch
    {
        RfcState.Draft => Both("Draft", "草稿"),
        RfcState.Proposed => Both("Proposed", "提案中"),
        RfcState.FinalCommentPeriod => Both("Final comment period", "最後意見徵詢期"),
        RfcState.Active => Both("Active", "已採納"),
        RfcState.Implemented => Both("Implemented", "已實作"),
        RfcState.Closed => Both("Closed", "已否決"),
        _ => Both("Postponed", "已延後"),
    };

    /// <summary>A language by its own name.</summary>
    internal static string Language(string code) => code switch
    {
        Original => "English",
        Chinese => "繁體中文",
        _ => code,
    };
}
