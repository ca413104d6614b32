namespace Ferrite.Mapping.Tests.Model;

/// <summary>A window on one region of the model.</summary>
internal readonly record struct ModelView(ModelRegion Region, long Offset, long Length)
{
    internal Refusal Trust() => Region.Trust(Offset, Length);

    /// <summary>Of a file that was disposed a view still shows the bytes on Windows, elsewhere zeros.</summary>
    internal bool ShowsFile => Trust() == Refusal.None || (OperatingSystem.IsWindows() && Trust() == Refusal.Disposed);

    /// <summary>Inside the view everything goes; what comes of it is to be believed while the view validates.</summary>
    internal Refusal Access(long start, long length) => ModelFile.IsInside(start, length, Length) ? Refusal.None : Refusal.OutOfRange;

    internal byte[] Load(long start, long length) => Region.Load(Offset + start, length);

    internal void Store(long start, byte[] bytes) => Region.Store(Offset + start, bytes);

    internal ModelView Slice(long start, long length) => new(Region, Offset + start, length);
}
