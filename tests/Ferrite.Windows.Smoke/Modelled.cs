using Ferrite.Mapping;

namespace Ferrite.Windows.Smoke;

/// <summary>
/// Random operations against a plain array, views held across some of them. Ferrite.Mapping.Tests has the thorough model; this one knows
/// what differs on Windows, and runs where that one doesn't.
/// </summary>
internal sealed class Modelled : IDisposable
{
    private const int Steps = 120;
    private const int MostBytes = 80_000;

    private readonly Random _random;
    private readonly string _path;
    private MappedFile _file;
    private byte[] _bytes;

    private Modelled(string path, int seed)
    {
        _random = new Random(seed);
        _path = path;
        _bytes = new byte[Length()];
        _file = MappedFile.Create(path, _bytes.Length, new MappedFileOptions { Capacity = _random.Next(2) * 30_000 });
    }

    internal static void Random_operations_do_what_an_array_would(string path)
    {
        for (int seed = 1; seed <= Check.RaceMilliseconds / 25; seed++)
        {
            using var model = new Modelled(path, seed);
            try
            {
                for (int step = 0; step < Steps; step++)
                {
                    model.Step(depth: 0);
                }

                Check.That(Check.ReadShared(path).AsSpan().SequenceEqual(model._bytes));
            }
            catch (Exception e)
            {
                throw new CheckFailedException($"sequence {seed}: {e}");
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private void Step(int depth)
    {
        switch (_random.Next(12))
        {
            case 0:
                WriteScalar();
                break;
            case 1:
                WriteBytes();
                break;
            case 2:
                WriteChunks();
                break;
            case 3:
                Resize(mayShrink: depth == 0);
                break;
            case 4:
                AppendByOthers();
                break;
            case 5:
                _file.Flush(_random.Next(2) == 0 ? FlushLevel.Durable : FlushLevel.Schedule);
                break;
            case 6 when depth == 0:
                Reopen();
                break;
            case 7 when depth < 3:
                HoldView(depth);
                break;
            case 8 when depth < 3:
                HoldWritableView(depth);
                break;
            default:
                Compare();
                break;
        }
    }

    private void WriteScalar()
    {
        int offset = Offset();
        long value = _random.NextInt64();
        if (offset <= _bytes.Length - sizeof(long))
        {
            _file.Write(offset, value);
            BitConverter.TryWriteBytes(_bytes.AsSpan(offset), value);
        }
        else
        {
            Check.Throws<ArgumentOutOfRangeException>(() => _file.Write(offset, value));
        }
    }

    private void WriteBytes()
    {
        byte[] bytes = new byte[_random.Next(10_000)];
        _random.NextBytes(bytes);
        int offset = Offset();
        if (offset <= _bytes.Length - bytes.Length)
        {
            _file.Write(offset, bytes);
            bytes.CopyTo(_bytes, offset);
        }
        else
        {
            Check.Throws<ArgumentOutOfRangeException>(() => _file.Write(offset, bytes));
        }
    }

    private void WriteChunks()
    {
        byte value = (byte)_random.Next();
        int offset = 0;
        foreach (Span<byte> chunk in _file.WritableChunks(_random.Next(1, 20_000)))
        {
            chunk[0] = value;
            _bytes[offset] = value;
            offset += chunk.Length;
        }

        Check.Equal(_bytes.Length, offset);
    }

    private void Resize(bool mayShrink)
    {
        int length = Length();
        if (length >= _bytes.Length || mayShrink)
        {
            _file.Resize(length);
            Array.Resize(ref _bytes, length);
        }
    }

    private void AppendByOthers()
    {
        byte[] more = new byte[_random.Next(1, 5000)];
        _random.NextBytes(more);
        if (_bytes.Length + more.Length > MostBytes)
        {
            return;
        }

        using (FileStream stream = new(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            stream.Write(more);
        }

        Check.Equal((long)_bytes.Length, _file.Length);
        _file.Validate();
        _file.Refresh();
        _bytes = [.. _bytes, .. more];
    }

    private void Reopen()
    {
        _file.Dispose();
        _file = MappedFile.Open(_path, MapMode.ReadWrite);
    }

    private void HoldView(int depth)
    {
        int offset = Math.Min(Offset(), _bytes.Length);
        int length = _random.Next(_bytes.Length - offset + 1);
        using MappedView view = _file.GetView(offset, length);
        Inside(depth);
        Check.That(view.IsValid);
        Check.That(view.Span.SequenceEqual(_bytes.AsSpan(offset, length)));
        Check.That(view.Slice(length / 2, length / 4).Span.SequenceEqual(_bytes.AsSpan(offset + (length / 2), length / 4)));
    }

    private void HoldWritableView(int depth)
    {
        using WritableMappedView view = _file.GetWritableView();
        Inside(depth);
        if (view.Length > 0)
        {
            int offset = _random.Next((int)view.Length);
            view.Span[offset] ^= 0xFF;
            _bytes[offset] ^= 0xFF;
        }
    }

    /// <summary>A few steps while a view is held, none of them a shrink: what is cut from under a view differs from OS to OS.</summary>
    private void Inside(int depth)
    {
        for (int i = _random.Next(6); i > 0; i--)
        {
            Step(depth + 1);
        }
    }

    private void Compare()
    {
        Check.Equal((long)_bytes.Length, _file.Length);
        byte[] copy = new byte[_bytes.Length];
        _file.CopyTo(0, copy);
        Check.That(copy.AsSpan().SequenceEqual(_bytes));
        Check.That(_file.Read(0, _bytes.Length, span => span.SequenceEqual(_bytes)));
        int offset = 0;
        foreach (ReadOnlySpan<byte> chunk in _file.Chunks(_random.Next(1, 20_000)))
        {
            Check.That(chunk.SequenceEqual(_bytes.AsSpan(offset, chunk.Length)));
            offset += chunk.Length;
        }

        for (int i = 0; i < 10 && (offset = Offset()) <= _bytes.Length - sizeof(long); i++)
        {
            Check.Equal(BitConverter.ToInt64(_bytes, offset), _file.Read<long>(offset));
        }
    }

    private int Length() => Near(_random.Next(MostBytes));

    private int Offset() => Near(_random.Next(_bytes.Length + 1));

    /// <summary>Often at a page's edge, or next to it.</summary>
    private int Near(int number) => _random.Next(3) switch
    {
        0 => number,
        1 => number / MappedFile.PageSize * MappedFile.PageSize,
        _ => Math.Max(0, (number / MappedFile.PageSize * MappedFile.PageSize) + _random.Next(-9, 10)),
    };
}
