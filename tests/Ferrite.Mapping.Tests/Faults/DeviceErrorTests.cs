using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>A device that fails to read: the image below an ext4 goes away.</summary>
public sealed class DeviceErrorTests
{
    private const int Length = 1 << 20;

    [NeedsFact(Needs.Linux | Needs.FaultGuard | Needs.LoopDevice)]
    public void A_page_that_can_not_be_read_is_a_device_error()
    {
        using var volume = SmallFileSystem.Ext4(8 << 20);
        byte[] content = new byte[Length];
        content.AsSpan().Fill(1);
        using (SafeFileHandle file = File.OpenHandle(volume.File(), FileMode.CreateNew, FileAccess.ReadWrite))
        {
            RandomAccess.Write(file, content, 0);
            RandomAccess.FlushToDisk(file);
            Assert.Equal(0, Libc.PosixFAdvise(file, 0, 0, Libc.POSIX_FADV_DONTNEED));
        }

        using ChildProcess child = ChildProcess.Start(ReadLostPage, volume.File());
        child.WaitFor("mapped");
        volume.LoseDevice();
        child.Send("go on");
        child.WaitForExit().AssertSucceeded();
    }

    private static void ReadLostPage(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Open(arguments[0]);
        Console.WriteLine("mapped");
        Console.ReadLine();

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => mapped.Read<byte>(Length / 2));

        Assert.Equal((Length / 2, FaultCause.DeviceError), (fault.Offset, fault.Cause));
        Assert.True(mapped.IsFaulted);
    }
}
