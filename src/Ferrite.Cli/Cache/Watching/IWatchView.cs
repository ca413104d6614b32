namespace Ferrite.Cli.Cache.Watching;

/// <summary>Shows one look after the other.</summary>
internal interface IWatchView
{
    void Show(WatchLook look, DateTime time);
}
