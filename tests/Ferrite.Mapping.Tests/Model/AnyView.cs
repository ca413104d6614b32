namespace Ferrite.Mapping.Tests.Model;

/// <summary>Either kind of view; refusals as values, since a lambda can't hold a view.</summary>
internal readonly ref struct AnyView
{
    private readonly MappedView _view;
    private readonly WritableMappedView _writable;

    internal AnyView(MappedView view) => _view = view;

    internal AnyView(WritableMappedView view)
    {
        _writable = view;
        IsWritable = true;
    }

    internal bool IsWritable { get; }

    internal long Offset => IsWritable ? _writable.Offset : _view.Offset;

    internal long Length => IsWritable ? _writable.Length : _view.Length;

    internal bool IsValid => IsWritable ? _writable.IsValid : _view.IsValid;

    internal ReadOnlySpan<byte> Span => IsWritable ? _writable.Span : _view.Span;

    internal Span<byte> WritableSpan => _writable.Span;

    internal Refusal TryRead(Scalar kind, long start, out byte[]? bytes)
    {
        bytes = null;
        try
        {
            bytes = IsWritable ? kind.Read(_writable, start) : kind.Read(_view, start);
            return Refusal.None;
        }
        catch (Exception e)
        {
            return Refusals.Of(e);
        }
    }

    internal Refusal TryWrite(Scalar kind, long start, byte[] bytes)
    {
        try
        {
            kind.Write(_writable, start, bytes);
            return Refusal.None;
        }
        catch (Exception e)
        {
            return Refusals.Of(e);
        }
    }

    internal Refusal TrySlice(long start, long length, out AnyView slice)
    {
        slice = default;
        try
        {
            slice = IsWritable ? new AnyView(_writable.Slice(start, length)) : new AnyView(_view.Slice(start, length));
            return Refusal.None;
        }
        catch (Exception e)
        {
            return Refusals.Of(e);
        }
    }

    internal Refusal TryValidate()
    {
        try
        {
            if (IsWritable)
            {
                _writable.Validate();
            }
            else
            {
                _view.Validate();
            }

            return Refusal.None;
        }
        catch (Exception e)
        {
            return Refusals.Of(e);
        }
    }

    internal Refusal TryDispose()
    {
        try
        {
            if (IsWritable)
            {
                _writable.Dispose();
            }
            else
            {
                _view.Dispose();
            }

            return Refusal.None;
        }
        catch (Exception e)
        {
            return Refusals.Of(e);
        }
    }
}
