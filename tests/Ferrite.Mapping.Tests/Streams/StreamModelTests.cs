using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Streams;

/// <summary>Random calls on a mapped stream and on a <see cref="MemoryStream"/> of fixed size: the same results, positions, exceptions, bytes.</summary>
public sealed class StreamModelTests : FileTests
{
    private const int FileLength = 300;

    public StreamModelTests()
        : base(MemoryRoot)
    {
    }

    private static readonly Gen<StreamStep> Steps =
        from call in Gen.Elements(Enum.GetValues<StreamCall>())
        from count in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(0, FileLength + 20))
        from argument in Gen.Choose(-FileLength, FileLength + 100)
        select new StreamStep(call, count, argument);

    [Fact]
    public void A_stream_with_a_length_does_what_a_MemoryStream_does()
    {
        Gen<(int Offset, int Length, StreamStep[] Steps)> cases =
            from offset in Gen.Choose(0, FileLength)
            from length in Gen.Choose(0, FileLength - offset)
            from steps in Steps.ArrayOf()
            select (offset, length, steps);
        string path = PathOf();
        Properties.ForAll(cases, c =>
        {
            byte[] model = Bytes.Of(FileLength);
            File.WriteAllBytes(path, model);
            using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
            using Stream stream = file.OpenStream(c.Offset, c.Length);
            using var memory = new MemoryStream(model, c.Offset, c.Length);

            Compare(stream, memory, c.Steps);

            Assert.Equal(model, File.ReadAllBytes(path));
        });
    }

    [Fact]
    public void A_stream_without_one_ends_where_the_file_does()
    {
        Gen<(int Offset, (int Length, StreamStep[] Steps)[] Rounds)> cases =
            from offset in Gen.Choose(0, FileLength)
            from rounds in (from length in Gen.Choose(0, 2 * FileLength) from steps in Steps.ArrayOf() select (length, steps)).ArrayOf()
            select (offset, rounds);
        string path = PathOf();
        Properties.ForAll(cases, c =>
        {
            byte[] model = Bytes.Of(FileLength);
            File.WriteAllBytes(path, model);
            using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
            using Stream stream = file.OpenStream(c.Offset);
            foreach ((int length, StreamStep[] steps) in c.Rounds)
            {
                file.Resize(length);
                Array.Resize(ref model, length);
                using var memory = new MemoryStream(model, Math.Min(c.Offset, length), Math.Max(0, length - c.Offset)) { Position = stream.Position };

                Compare(stream, memory, steps);

                Assert.Equal(model, File.ReadAllBytes(path));
            }
        });
    }

    private static void Compare(Stream stream, MemoryStream memory, StreamStep[] steps)
    {
        foreach (StreamStep step in steps)
        {
            // Behind its end a MemoryStream refuses to write nothing; no other stream does.
            bool writesNothing = step is { Call: StreamCall.Write or StreamCall.WriteArray or StreamCall.WriteAsync or StreamCall.WriteArrayAsync, Count: 0 };
            if (!writesNothing || memory.Position <= memory.Length)
            {
                Assert.Equal(step.Run(memory), step.Run(stream));
            }
        }
    }
}
