namespace Ferrite.Const.Generator.Mir;

/// <summary>What the kinds have in common.</summary>
internal static class MirKinds
{
    extension(MirKind kind)
    {
        /// <summary>Held in 64 bits: sign- or zero-extended integers, and the bits of a double.</summary>
        public bool IsScalar => kind is >= MirKind.Bool and <= MirKind.F64;

        public bool IsInteger => kind is >= MirKind.Char and <= MirKind.U64 or MirKind.I128 or MirKind.U128;

        public bool IsFloat => kind is MirKind.F32 or MirKind.F64;

        public bool IsWide => kind is MirKind.I128 or MirKind.U128;

        public bool IsUnsigned => kind is MirKind.Char or MirKind.U8 or MirKind.U16 or MirKind.U32 or MirKind.U64 or MirKind.U128;

        public int Bits => kind switch
        {
            MirKind.Bool or MirKind.I8 or MirKind.U8 => 8,
            MirKind.Char or MirKind.I16 or MirKind.U16 => 16,
            MirKind.I32 or MirKind.U32 or MirKind.F32 => 32,
            MirKind.I128 or MirKind.U128 or MirKind.Decimal => 128,
            _ => 64,
        };

        public string Keyword => kind switch
        {
            MirKind.Bool => "bool",
            MirKind.Char => "char",
            MirKind.I8 => "sbyte",
            MirKind.U8 => "byte",
            MirKind.I16 => "short",
            MirKind.U16 => "ushort",
            MirKind.I32 => "int",
            MirKind.U32 => "uint",
            MirKind.I64 => "long",
            MirKind.U64 => "ulong",
            MirKind.F32 => "float",
            MirKind.F64 => "double",
            MirKind.I128 => "Int128",
            MirKind.U128 => "UInt128",
            MirKind.Decimal => "decimal",
            _ => kind.ToString(),
        };
    }
}
