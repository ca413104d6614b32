using System.Runtime.CompilerServices;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Resizing;

/// <summary>Where the address space runs out, what waits for the GC is collected. That must not wait for whoever waits for us.</summary>
public sealed class ReclaimTests() : FileTests(MemoryRoot)
{
    [NeedsFact(Needs.Linux)]
    public void A_finalizer_that_disposes_the_file_does_not_keep_its_resize_waiting_for_ever() =>
        ChildProcess.Run(new ChildOptions { Timeout = TimeSpan.FromSeconds(60) }, Run, PathOf()).AssertSucceeded();

    private static void Run(string[] arguments)
    {
        // Twice as much, or another as large, has no room beside it.
        const long most = 1L << 46;
        MappedFile file = MappedFile.Create(arguments[0], 100, new MappedFileOptions { Capacity = most });
        for (int i = 0; i < 10; i++)
        {
            Drop(file);
        }

        // Either the finalizer comes first, or the resize fails for want of addresses; not neither.
        Exception? refused = Record.Exception(() => file.Resize(most + 1));
        Assert.True(refused is ObjectDisposedException or IOException, $"{refused}");
        GC.WaitForPendingFinalizers();
        Assert.Throws<ObjectDisposedException>(() => file.Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(MappedFile file) => _ = new Disposer(file);

    private sealed class Disposer(MappedFile file)
    {
        ~Disposer() => file.Dispose();
    }
}
