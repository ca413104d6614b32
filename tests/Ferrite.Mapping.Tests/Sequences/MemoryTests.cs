using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Sequences;

public sealed class MemoryTests : FileTests
{
    private const int Length = 20_000;

    [Fact]
    public void Memory_is_the_file_s_own()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        using IMemoryOwner<byte> owner = file.GetMemory(100, 500);

        Assert.Equal(500, owner.Memory.Length);
        Assert.Equal(Bytes.Of(500, 100), owner.Memory.ToArray());
        owner.Memory.Span[5] = 99;
        Assert.Equal(99, file.Read<byte>(105));
        file.Write(106, (byte)98);
        Assert.Equal(98, owner.Memory.Span[6]);
        Assert.Equal(Bytes.Of(10, 200), owner.Memory.Slice(100, 10).ToArray());
    }

    [Fact]
    public async Task Files_and_sockets_can_read_into_it()
    {
        using MappedFile file = MappedFile.Create(PathOf("target"), Length);
        using SafeFileHandle source = File.OpenHandle(FileOf(Length));
        using (IMemoryOwner<byte> owner = file.GetMemory(0, Length))
        {
            Assert.Equal(Length, await RandomAccess.ReadAsync(source, owner.Memory, 0));
        }

        Assert.Equal(Bytes.Of(Length), File.ReadAllBytes(PathOf("target")));
    }

    [Fact]
    public unsafe void Pinned_it_has_the_mapping_s_address()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        using IMemoryOwner<byte> owner = file.GetMemory(100, 500);
        using MemoryHandle handle = owner.Memory[7..].Pin();

        Assert.Equal((nint)file.DangerousGetPointer() + 107, (nint)handle.Pointer);
        using MemoryHandle end = owner.Memory[500..].Pin();
        Assert.Equal((nint)file.DangerousGetPointer() + 600, (nint)end.Pointer);
        var manager = Assert.IsAssignableFrom<MemoryManager<byte>>(owner);
        Assert.Throws<ArgumentOutOfRangeException>(() => manager.Pin(501));
        Assert.Throws<ArgumentOutOfRangeException>(() => manager.Pin(-1));
    }

    [Fact]
    public void Memory_can_be_written_so_the_mapping_must_be_writable()
    {
        using MappedFile readOnly = MappedFile.Open(FileOf(Length));
        Assert.Throws<NotSupportedException>(() => readOnly.GetMemory(0, 1));
        using MappedFile file = MappedFile.Open(PathOf(), MapMode.CopyOnWrite);
        using (IMemoryOwner<byte> owner = file.GetMemory(0, 1))
        {
            owner.Memory.Span[0] = 99;
        }

        Assert.Equal(99, file.Read<byte>(0));
        Assert.Equal(Bytes.At(0), File.ReadAllBytes(PathOf())[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetMemory(Length, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetMemory(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetMemory(0, -1));
        file.GetMemory(Length, 0).Dispose();
    }

    [Fact]
    public void Disposed_it_can_not_be_used()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        IMemoryOwner<byte> owner = file.GetMemory(0, 10);
        Memory<byte> memory = owner.Memory;
        owner.Dispose();
        owner.Dispose();

        Assert.Throws<ObjectDisposedException>(() => owner.Memory);
        Assert.Throws<ObjectDisposedException>(() => memory.Span[0]);
        Assert.Throws<ObjectDisposedException>(() => memory.Pin());
    }

    [Fact]
    public void Disposing_it_says_that_the_file_was_cut_or_disposed()
    {
        MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        IMemoryOwner<byte> lost = file.GetMemory(Length - 10, 10);
        IMemoryOwner<byte> kept = file.GetMemory(0, 10);
        IMemoryOwner<byte> late = file.GetMemory(0, 10);
        file.Resize(100);

        Assert.Throws<MappedFileFaultException>(lost.Dispose);
        lost.Dispose();
        kept.Dispose();
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(late.Dispose);
        late.Dispose();
    }

    [Fact]
    public void A_policy_counts_it_when_it_is_disposed()
    {
        using MappedFile file = MappedFile.Create(PathOf(), Length, new MappedFileOptions { FlushPolicy = FlushPolicy.EveryBytes(1000) });
        IMemoryOwner<byte> owner = file.GetMemory(0, 300);
        Assert.Equal(0, file.PendingBytes);
        owner.Dispose();
        owner.Dispose();

        Assert.Equal((300, 1), (file.PendingBytes, file.PendingWrites));
        file.GetMemory(0, 700).Dispose();
        Assert.Equal((0, 0), (file.PendingBytes, file.PendingWrites));
    }

    [Fact]
    public void It_keeps_what_it_shows()
    {
        IMemoryOwner<byte> owner = Drop(FileOf(Length));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal(Bytes.Of(Length), owner.Memory.ToArray());
        owner.Dispose();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static IMemoryOwner<byte> Drop(string path) => MappedFile.Open(path, MapMode.ReadWrite).GetMemory(0, Length);
}
