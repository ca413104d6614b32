namespace Ferrite.Mapping.Tests.Access;

public sealed class DelegateTests : FileTests
{
    [Fact]
    public void The_code_sees_the_bytes_and_its_result_comes_back()
    {
        using MappedFile file = MappedFile.Open(FileOf(1000));

        Assert.Equal(Bytes.Of(300, offset: 100), file.Read(100, 300, static span => span.ToArray()));
        Assert.Equal(0, file.Read(1000, 0, static span => span.Length));
    }

    [Fact]
    public void State_may_be_a_span()
    {
        using MappedFile file = MappedFile.Open(FileOf(1000));
        Span<byte> destination = stackalloc byte[10];

        int copied = file.Read(20, 10, destination, static (span, destination) =>
        {
            span.CopyTo(destination);
            return span.Length;
        });

        Assert.Equal(10, copied);
        Assert.Equal(Bytes.Of(10, offset: 20), destination.ToArray());
    }

    [Fact]
    public void What_the_code_throws_comes_through()
    {
        using MappedFile file = MappedFile.Open(FileOf(1000));

        Assert.Throws<InvalidDataException>(() => file.Read<int>(0, 10, static _ => throw new InvalidDataException()));
    }

    [Fact]
    public void A_file_disposed_meanwhile_is_told_whatever_the_code_returns_or_throws()
    {
        string path = FileOf(1000);
        MappedFile returning = MappedFile.Open(path);
        MappedFile throwing = MappedFile.Open(path);

        Assert.Throws<ObjectDisposedException>(() => returning.Read(0, 10, span => Disposed(returning, span)));
        Assert.Throws<ObjectDisposedException>(() => throwing.Read<int>(0, 10, span => throw new InvalidDataException($"{Disposed(throwing, span)}")));
    }

    [Fact]
    public void A_range_cut_meanwhile_is_a_fault_that_holds_what_the_code_failed_with()
    {
        using MappedFile file = MappedFile.Open(FileOf(10_000), MapMode.ReadWrite);

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => file.Read<int>(0, 10_000, _ =>
        {
            file.Resize(5000);
            throw new InvalidDataException();
        }));

        Assert.IsType<InvalidDataException>(fault.InnerException);
        Assert.Equal(FaultCause.Truncated, fault.Cause);
        Assert.Equal(5000, fault.Offset);
    }

    [Fact]
    public void A_range_before_the_cut_is_none_the_worse()
    {
        using MappedFile file = MappedFile.Open(FileOf(10_000), MapMode.ReadWrite);

        byte[] seen = file.Read(0, 5000, span =>
        {
            file.Resize(5000);
            return span.ToArray();
        });

        Assert.Equal(Bytes.Of(5000), seen);
    }

    private static int Disposed(MappedFile file, ReadOnlySpan<byte> span)
    {
        file.Dispose();
        return span[0];
    }
}
