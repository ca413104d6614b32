using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Declarations;

/// <summary>What a compilation declares, for as long as it is lowered.</summary>
internal sealed class DeclarationSet
{
    public List<ConstantDeclaration> Constants { get; } = [];

    /// <summary>The ids in documentation of functions that are promised.</summary>
    public List<string> Functions { get; } = [];

    public List<LiteralDeclaration> Literals { get; } = [];

    /// <summary>The files that evaluated code is declared in.</summary>
    public HashSet<SyntaxTree> Trees { get; } = [];

    /// <summary>Whether there is nothing to lower: what the compiler has the value of is written by syntax alone.</summary>
    public bool IsEmpty => Constants.Count == 0 && Functions.Count == 0 && Literals.All(static literal => literal.Type is not null);
}
