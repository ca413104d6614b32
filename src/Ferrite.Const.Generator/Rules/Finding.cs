using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Const.Generator.Rules;

/// <summary>A diagnostic as a value, for a pipeline's models: no syntax, no tree.</summary>
internal sealed record Finding(string Rule, string Path, TextSpan Span, LinePositionSpan Lines, string Argument)
{
    internal static Finding At(Location location, DiagnosticDescriptor rule, string argument)
    {
        FileLinePositionSpan lines = location.GetLineSpan();
        return new Finding(rule.Id, lines.Path, location.SourceSpan, lines.Span, argument);
    }

    internal Diagnostic ToDiagnostic() => Diagnostic.Create(ConstRules.Of(Rule), Location.Create(Path, Span, Lines), Argument);
}
