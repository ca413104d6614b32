using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Declarations;

/// <summary>A [ConstEval] method as it is declared, nothing bound that can change with another file's contents.</summary>
internal sealed record ConstantDeclaration(
    string Id,
    string Name,
    string MethodName,
    string Namespace,
    EquatableArray<string> Types,
    string TypeName,
    bool IsPublic,
    string ReturnType,
    string? SpanElement,
    string? Mistake)
{
    /// <summary>Whether its value becomes a type: it is of the assembly, and of no type itself.</summary>
    public bool IsLiteral => TypeName.Length == 0;

    /// <summary>The generated member's name with its type's, as lowering looks it up.</summary>
    public string Member => TypeName + "." + Name;

    /// <summary>The file's name. Ends in a hash, as names that differ by case only make the same file to the compiler.</summary>
    public string HintName
    {
        get
        {
            char[] name = (IsLiteral ? Name : Member).ToCharArray();
            uint hash = IsLiteral ? 0x811C9DC6 : 0x811C9DC5;
            for (int i = 0; i < name.Length; i++)
            {
                hash = unchecked((hash ^ name[i]) * 0x01000193);
                if (!char.IsLetterOrDigit(name[i]) && name[i] is not ('.' or '_')) name[i] = '_';
            }

            return $"{new string(name)}-{hash:x8}.g.cs";
        }
    }

    public static ConstantDeclaration Of(LiteralDeclaration literal) => new(
        literal.Key, literal.Name, literal.Name, "", EquatableArray<string>.Empty, "", false, "", null, literal.Mistake);
}
