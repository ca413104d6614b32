using System.Numerics;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>Where the fields of a type are, once for an evaluation.</summary>
internal sealed class Layout
{
    /// <summary>Structs in structs in structs grow fast.</summary>
    private const int Most = 1 << 20;

    private readonly Layout?[] _nestedLayouts;
    private readonly object?[] _zeros;
    private readonly int _ints;

    private Layout(MirDefinition definition, Func<string, Layout> resolve)
    {
        Definition = definition;
        Offsets = new int[definition.Fields.Count];
        var zeros = new List<object?>();
        var layouts = new List<Layout?>();
        var nested = new List<int>();
        for (int i = 0; i < Offsets.Length; i++)
        {
            MirType type = definition.Fields[i].Type;
            if (type.Kind.IsScalar)
            {
                Offsets[i] = _ints++;
                continue;
            }

            Offsets[i] = zeros.Count;
            if (type.Kind == MirKind.Struct) nested.Add(zeros.Count);
            layouts.Add(type.Kind == MirKind.Struct ? resolve(type.Name) : null);
            zeros.Add(type.Kind == MirKind.Struct ? null : Zero(type));
        }

        _nestedLayouts = [.. layouts];
        _zeros = [.. zeros];
        Nested = [.. nested];
        long bytes = 40 + (_ints == 0 ? 0 : 24 + (8L * _ints)) + (zeros.Count == 0 ? 0 : 24 + (8L * zeros.Count)) + _nestedLayouts.Sum(static layout => (long)(layout?.Bytes ?? 0));
        if (bytes > Most) throw new EvaluationException(MirFault.Bytes, $"'{definition.Display}' is larger than {Most} bytes");
        Bytes = (int)bytes;
    }

    public MirDefinition Definition { get; }

    public int[] Offsets { get; }

    /// <summary>The objects that are structs in turn.</summary>
    public int[] Nested { get; }

    /// <summary>What an instance counts toward the limit of memory.</summary>
    public int Bytes { get; }

    public static Layout Create(MirDefinition definition, Func<string, Layout> resolve) => new(definition, resolve);

    /// <summary>The value of a field or element that nothing was stored to yet; structs apart.</summary>
    public static object? Zero(MirType type) => type.Kind switch
    {
        MirKind.I128 or MirKind.U128 => BigInteger.Zero,
        MirKind.Decimal => 0m,
        MirKind.Span => new SpanValue(type.Element!, [], [], 0, 0),
        _ => null,
    };

    public Aggregate New()
    {
        object?[] objects = _zeros.Length == 0 ? [] : (object?[])_zeros.Clone();
        foreach (int nested in Nested) objects[nested] = _nestedLayouts[nested]!.New();
        return new Aggregate(this, _ints == 0 ? [] : new long[_ints], objects);
    }

    public bool Is(string type) =>
        string.Equals(Definition.Name, type, StringComparison.Ordinal) || Definition.Ancestors.Items.Contains(type, StringComparer.Ordinal);
}
