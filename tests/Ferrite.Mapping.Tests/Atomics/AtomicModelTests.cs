using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Atomics;

/// <summary>Every operation on every type against plain arithmetic, and every offset against what is aligned and inside.</summary>
public sealed class AtomicModelTests : FileTests
{
    [Fact]
    public void Operations_on_int() => Operations<int>();

    [Fact]
    public void Operations_on_uint() => Operations<uint>();

    [Fact]
    public void Operations_on_long() => Operations<long>();

    [Fact]
    public void Operations_on_ulong() => Operations<ulong>();

    [Fact]
    public void Offsets_that_are_misaligned_or_outside_are_refused()
    {
        using MappedFile file = MappedFile.Create(PathOf("data"), 10_000);
        Gen<long> offsets = Gen.OneOf(
            Gen.Choose(-16, 10_016).Select(static o => (long)o), Gen.Elements(long.MinValue, long.MaxValue, long.MaxValue - 7, -1, 9_992, 9_996, 9_999));
        Gen<(long Offset, int Length)> cases = from offset in offsets from length in Gen.OneOf(Gen.Choose(-1, 3), Gen.Choose(0, int.MaxValue)) select (offset, length);
        Properties.ForAll(cases, c =>
        {
            Refuses<int>(file, c.Offset, c.Length);
            Refuses<ulong>(file, c.Offset, c.Length);
        });
    }

    [Fact]
    public void Other_types_are_refused()
    {
        using MappedFile file = MappedFile.Create(PathOf("data"), 64);
        Assert.Throws<NotSupportedException>(() => file.GetAtomic<short>(0).Load());
        Assert.Throws<NotSupportedException>(() => file.GetAtomic<double>(0).Load());
        Assert.Throws<NotSupportedException>(() => _ = file.GetAtomics<nint>(0, 1).Length);
    }

    [Fact]
    public void Read_only_can_be_loaded_and_no_more()
    {
        string path = PathOf("data");
        File.WriteAllBytes(path, [1, 0, 0, 0, 0, 0, 0, 0]);
        using MappedFile file = MappedFile.Open(path);
        Assert.Equal(1, file.GetAtomic<int>(0).Load());
        Assert.Throws<NotSupportedException>(() => file.GetAtomic<int>(0).Store(2));
        Assert.Throws<NotSupportedException>(() => file.GetAtomic<long>(0).Add(2));
        Assert.Throws<NotSupportedException>(() => file.GetAtomics<int>(0, 2)[1].Max(2));
        Assert.Throws<NotSupportedException>(() => file.GetAtomic<int>(0).CompareExchange(2, 1));
    }

    [Fact]
    public void Goes_on_across_growth_and_ends_with_the_file()
    {
        MappedFile file = MappedFile.Create(PathOf("data"), 4096);
        AtomicRef<long> counter = file.GetAtomic<long>(8);
        counter.Increment();
        file.Resize(1 << 20);
        counter.Increment();
        file.Refresh();
        counter.Increment();
        Assert.Equal(3, file.Read<long>(8));
        file.Dispose();
        try
        {
            counter.Increment();
            Assert.Fail("The file is disposed.");
        }
        catch (ObjectDisposedException)
        {
        }
    }

    private static void Refuses<T>(MappedFile file, long offset, int length)
        where T : unmanaged
    {
        int size = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        Type? one = offset % size != 0 ? typeof(DataMisalignedException) : offset < 0 || offset > file.Length - size ? typeof(ArgumentOutOfRangeException) : null;
        Assert.Equal(one, Record.Exception(() => file.GetAtomic<T>(offset).Load())?.GetType());

        Type? many = offset % size != 0 ? typeof(DataMisalignedException)
            : length < 0 || offset < 0 || offset > file.Length - ((long)length * size) ? typeof(ArgumentOutOfRangeException) : null;
        Assert.Equal(many, Record.Exception(() =>
        {
            AtomicSpan<T> all = file.GetAtomics<T>(offset, length);
            Assert.Equal(length, all.Length);
            if (length > 0)
            {
                all[length - 1].Load();
            }
        })?.GetType());
    }

    private void Operations<T>()
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        using MappedFile file = MappedFile.Create(PathOf("data"), 64);
        Gen<T> values = Gen.OneOf(
            Gen.Elements(T.MinValue, T.MaxValue, T.Zero, T.One, T.MaxValue - T.One), Gen.Choose(int.MinValue, int.MaxValue).Select(static i => T.CreateTruncating(i)));
        Gen<(T Before, T Argument, T Other)> cases = from before in values from argument in values from other in values select (before, argument, other);
        Properties.ForAll(cases, c =>
        {
            unchecked
            {
                Does(c.Before, c.Before + c.Argument, atomic => atomic.Add(c.Argument));
                Does(c.Before, c.Before + T.One, static atomic => atomic.Increment());
                Does(c.Before, c.Before - T.One, static atomic => atomic.Decrement());
            }

            Does(c.Before, c.Before & c.Argument, atomic => atomic.And(c.Argument));
            Does(c.Before, c.Before | c.Argument, atomic => atomic.Or(c.Argument));
            Does(c.Before, T.Max(c.Before, c.Argument), atomic => atomic.Max(c.Argument));
            Does(c.Before, T.Min(c.Before, c.Argument), atomic => atomic.Min(c.Argument));

            AtomicRef<T> element = file.GetAtomics<T>(16, 3)[1];
            element.Store(c.Before);
            Assert.Equal(c.Before, element.Exchange(c.Argument));
            Assert.Equal(c.Argument, element.CompareExchange(c.Other, c.Argument));
            Assert.Equal(c.Other, element.Load());
            if (c.Other != c.Before)
            {
                Assert.Equal(c.Other, element.CompareExchange(c.Argument, c.Before));
            }

            Assert.Equal(c.Other, file.Read<T>(16 + System.Runtime.CompilerServices.Unsafe.SizeOf<T>()));
        });

        void Does(T before, T after, Operation<T> operation)
        {
            AtomicRef<T> atomic = file.GetAtomic<T>(8);
            atomic.Store(before);
            Assert.Equal(after, operation(atomic));
            Assert.Equal(after, atomic.Load());
            Assert.Equal(T.Zero, file.Read<T>(0));
        }
    }

    private delegate T Operation<T>(AtomicRef<T> atomic)
        where T : unmanaged;
}
