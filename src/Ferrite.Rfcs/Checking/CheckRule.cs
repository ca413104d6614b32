namespace Ferrite.Rfcs.Checking;

/// <summary>The rules of the check, as docs/ferrite-rfc.md lists them.</summary>
internal static class CheckRule
{
    internal const string Encoding = "encoding";
    internal const string FileName = "file-name";
    internal const string Header = "header";
    internal const string Number = "number";
    internal const string State = "state";
    internal const string SignOff = "sign-off";
    internal const string Period = "period";
    internal const string Tracking = "tracking";
    internal const string Team = "sub-team";
    internal const string Section = "section";
    internal const string Link = "link";
    internal const string Edit = "edit";
    internal const string History = "history";
    internal const string Translation = "translation";
}
