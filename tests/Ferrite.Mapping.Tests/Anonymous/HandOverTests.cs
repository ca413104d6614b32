using System.Globalization;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Anonymous;

/// <summary>A file given to another process: both map the same memory, and neither can cut it under the other.</summary>
public sealed class HandOverTests : LeakCheckedTests
{
    private const int Length = 10_000;
    private const int Inherited = 9;

    [NeedsFact(Needs.Linux)]
    public void A_child_maps_what_it_opens_by_the_number()
    {
        using MappedFile file = Create();

        ChildProcess.Run(OpenByNumber, PathTo(file)).AssertSucceeded();

        AssertChanged(file);
    }

    [NeedsFact(Needs.Linux)]
    public void A_child_maps_what_it_inherits()
    {
        using MappedFile file = Create();
        // The shell opens it, and what it runs inherits that.
        var inherits = new ChildOptions { Wrapper = ["sh", "-c", $"exec \"$@\" {Inherited}<>\"{PathTo(file)}\"", "sh"] };

        ChildProcess.Run(inherits, UseInherited).AssertSucceeded();

        AssertChanged(file);
    }

    private static MappedFile Create()
    {
        MappedFile file = MappedFile.CreateAnonymous(Length);
        file.Write(0, 42L);
        return file;
    }

    private static string PathTo(MappedFile file)
    {
        string number = file.SafeFileHandle.DangerousGetHandle().ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/{number}");
    }

    private static void AssertChanged(MappedFile file)
    {
        Assert.Equal(43L, file.Read<long>(Length - 8));
        file.Validate();
        Assert.False(file.IsFaulted);
    }

    private static void OpenByNumber(string[] arguments)
    {
        using MappedFile file = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        Use(file);
    }

    // SAFETY: the parent's shell opened this descriptor for us, and nothing else in this process knows of it.
    private static unsafe void UseInherited(string[] arguments)
    {
        using MappedFile file = MappedFile.FromHandle(
            new SafeFileHandle(Inherited, ownsHandle: true), new MappedFileOptions { Mode = MapMode.ReadWrite });
        Use(file);
    }

    private static void Use(MappedFile file)
    {
        Assert.Equal(Length, file.Length);
        Assert.Equal(42L, file.Read<long>(0));
        file.Write(Length - 8, 43L);

        Assert.Throws<NotSupportedException>(() => file.Resize(100));
        Assert.Throws<NotSupportedException>(() => file.Resize(Length + 1));
        Assert.Equal(Seals.NotPermitted, Seals.SetLength(file.SafeFileHandle, 100));
        Assert.Equal(Seals.NotPermitted, Seals.SetLength(file.SafeFileHandle, Length + 1));
        Assert.Equal(42L, file.Read<long>(0));
    }
}
