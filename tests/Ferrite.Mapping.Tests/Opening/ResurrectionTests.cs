using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Tests.Opening;

/// <summary>
/// A finalizer may bring back a file whose region is finalized right after it. The region's addresses are somebody else's then.
/// </summary>
public sealed class ResurrectionTests : FileTests
{
    private const int Files = 50;

    private static readonly List<MappedFile> Found = [];

    [Fact]
    public void A_file_that_a_finalizer_brought_back_is_a_disposed_one()
    {
        string path = FileOf(100), other = FileOf(200, "other");
        Drop(path);
        while (Found.Count < Files)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        // They are likely to get the same addresses.
        MappedFile[] others = [.. Enumerable.Range(0, Files).Select(_ => MappedFile.Open(other, MapMode.ReadWrite))];
        foreach (MappedFile file in Found)
        {
            Assert.Throws<ObjectDisposedException>(() => file.Read<byte>(0));
            Assert.Throws<ObjectDisposedException>(() => file.Write(0, (byte)0));
            Assert.Throws<ObjectDisposedException>(() => file.GetView().Dispose());
            Assert.Throws<ObjectDisposedException>(() => file.Length);
            Assert.ThrowsAny<ObjectDisposedException>(file.Refresh);
            Assert.False(file.IsFaulted);
            file.Dispose();
        }

        Found.Clear();
        foreach (MappedFile file in others)
        {
            Assert.Equal(Bytes.Of(200), file.Read(0, 200, static span => span.ToArray()));
            file.Dispose();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(string path)
    {
        for (int i = 0; i < Files; i++)
        {
            _ = new Holder(MappedFile.Open(path, MapMode.ReadWrite));
        }
    }

    private sealed class Holder(MappedFile file)
    {
        ~Holder() => Found.Add(file);
    }
}
