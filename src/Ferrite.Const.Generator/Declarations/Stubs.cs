using System.Text;

namespace Ferrite.Const.Generator.Declarations;

/// <summary>
/// What stands for members that will be generated while the code that uses them is lowered: properties of their types. A use of one is lowered to
/// a call of the method that computes it, never to a default value.
/// </summary>
internal static class Stubs
{
    public static string Write(IEnumerable<ConstantDeclaration> declarations)
    {
        var text = new StringBuilder("#nullable enable annotations\n");
        foreach (ConstantDeclaration declaration in declarations)
        {
            Open(text, declaration);
            string type = declaration.SpanElement is { } element ? $"global::System.ReadOnlySpan<{element}>" : declaration.ReturnType;
            text.Append(declaration.IsPublic ? "public" : "internal").Append(" static ").Append(type).Append(' ').Append(Escaped(declaration.Name)).Append(" => throw null!;");
            Close(text, declaration);
        }

        return text.ToString();
    }

    public static void Open(StringBuilder text, ConstantDeclaration declaration)
    {
        if (declaration.Namespace.Length > 0) text.Append("namespace ").Append(declaration.Namespace).Append("\n{\n");
        foreach (string type in declaration.Types.Items) text.Append("partial ").Append(type).Append("\n{\n");
    }

    public static void Close(StringBuilder text, ConstantDeclaration declaration)
    {
        text.Append('\n');
        for (int i = declaration.Types.Count; i > 0; i--) text.Append("}\n");
        if (declaration.Namespace.Length > 0) text.Append("}\n");
    }

    public static string Escaped(string name) => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? name : "@" + name;
}
