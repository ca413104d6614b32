namespace Ferrite.Const.Generator.Mir;

/// <summary>How a value is represented. An enum has its underlying type's kind; <c>nint</c> is 64 bits wide wherever the compiler runs.</summary>
internal enum MirKind : byte
{
    Void,
    Bool,
    Char,
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,
    F32,
    F64,
    I128,
    U128,
    Decimal,
    String,
    Array,
    Span,
    Struct,
    Class,
    Ref,
    Unknown,
}

/// <summary>A closed type. <see cref="Name"/> is the one that generated code may write, and names the definition of a struct or class.</summary>
internal sealed record MirType(MirKind Kind, string Name, MirType? Element = null)
{
    public static MirType Void { get; } = new(MirKind.Void, "void");

    public static MirType Bool { get; } = new(MirKind.Bool, "bool");

    public static MirType Char { get; } = new(MirKind.Char, "char");

    public static MirType Int { get; } = new(MirKind.I32, "int");

    public static MirType String { get; } = new(MirKind.String, "string");

    public static MirType Unknown { get; } = new(MirKind.Unknown, "?");

    /// <summary>The name in a message.</summary>
    public string Display => Name.Replace("global::", "");

    public static MirType RefTo(MirType element) => new(MirKind.Ref, "ref " + element.Name, element);

    public static MirType ArrayOf(MirType element) => new(MirKind.Array, element.Name + "[]", element);

    public bool Equals(MirType? other) => ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && string.Equals(Name, other.Name, StringComparison.Ordinal) && Equals(Element, other.Element));

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}

/// <summary>The fields of a struct, tuple, record or class, those of its bases first.</summary>
internal sealed record MirDefinition(string Name, bool IsValueType, EquatableArray<MirField> Fields, EquatableArray<string> Ancestors, bool HasValueEquality, MirShape? Shape)
{
    /// <summary>What runs for an object of it where a virtual method is called.</summary>
    public EquatableArray<MirVirtual> Virtuals { get; init; }

    public string Display => Name.Replace("global::", "");
}

/// <summary>A virtual method's own, by the keys of both; null where it isn't promised to be evaluable.</summary>
internal sealed record MirVirtual(string Slot, string? Method, string Display);

internal sealed record MirField(string Name, MirType Type);

/// <summary>How generated code builds a struct: which fields its constructor takes, in order, and which members an initializer sets.</summary>
internal sealed record MirShape(bool IsTuple, EquatableArray<int> Arguments, EquatableArray<int> Members, string? Unreachable);
