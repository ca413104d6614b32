using Ferrite.Const.Generator.Declarations;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class LoweringContext
{
    private readonly Dictionary<string, LiteralDeclaration> _literals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MirType?> _literalTypes = new(StringComparer.Ordinal);

    public void AddLiteral(LiteralDeclaration literal) => _literals[literal.Name] = literal;

    /// <summary>The type of a named value, lowered with all that it reaches; null if there is none, or nothing of use.</summary>
    public MirType? LiteralType(string name)
    {
        MirType? type = UseLiteral(name);
        LowerRequested();
        return type;
    }

    /// <summary>The type of a named value that code being lowered uses, itself lowered under its key.</summary>
    public MirType? UseLiteral(string name)
    {
        if (!_literals.TryGetValue(name, out LiteralDeclaration? literal)) return null;
        if (!_literalTypes.TryGetValue(name, out MirType? type)) _literalTypes[name] = type = MethodLowerer.LowerLiteral(this, literal);
        return type;
    }
}
