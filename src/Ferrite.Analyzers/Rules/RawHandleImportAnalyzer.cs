using System.Collections.Immutable;
using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>
/// FER1003: a P/Invoke that takes or returns a raw handle where a SafeHandle could stand. Quiet on what closes handles, on what takes
/// "no handle" as well, inside types that own handles, and where a SAFETY comment above the declaration says why.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawHandleImportAnalyzer : HandleRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER1003";

    /// <summary>The property of a diagnostic that names the type to use instead.</summary>
    public const string OwnerProperty = "Owner";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A P/Invoke with a raw handle",
        "'{0}' is a raw handle where '{1}' could stand: the marshaller would keep it open during the call",
        RuleDocs.Handles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The marshaller adds a reference to a SafeHandle for the duration of the call, and wraps a returned handle before an exception can lose it.",
        RuleDocs.Link(Id));

    private static readonly string[] Closers = ["close", "free", "release", "destroy", "delete", "shutdown"];

    /// <summary>-1 or 0 is an argument of these, which no SafeHandle can be; or they keep what they are given.</summary>
    private static readonly HashSet<string> TakeNumbers = new(StringComparer.Ordinal)
    {
        "mmap", "mmap64", "CreateFileMapping", "CreateFileMapping2", "CreateIoCompletionPort", "signalfd", "fanotify_mark", "fdopen", "fdopendir",
    };

    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "CreateFile", "CreateFile2", "ReOpenFile", "CreateNamedPipe", "CreateMailslot", "OpenProcess", "OpenThread", "CreateEvent", "CreateEventEx",
        "OpenEvent", "CreateMutex", "CreateMutexEx", "OpenMutex", "CreateSemaphore", "CreateSemaphoreEx", "OpenSemaphore", "CreateWaitableTimer",
        "CreateFileMapping", "OpenFileMapping", "CreateJobObject", "CreateIoCompletionPort", "FindFirstFile", "CreateToolhelp32Snapshot",
    };

    /// <summary>For the compiler.</summary>
    public RawHandleImportAnalyzer()
        : base(Rule, SyntaxKind.MethodDeclaration)
    {
    }

    /// <summary>The generator's half of a LibraryImport is marked generated, which makes the whole method count as that: told apart in Analyze.</summary>
    private protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Analyze(SyntaxNodeAnalysisContext context, KnownTypes types)
    {
        var declaration = (MethodDeclarationSyntax)context.Node;
        if (declaration.Body is not null
            || declaration.ExpressionBody is not null
            || declaration.AttributeLists.Count == 0
            || GeneratedFiles.Contains(declaration.SyntaxTree)
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } method
            || NativeMethods.Import(method) is not { } import
            || types.IsTrusted(method.ContainingType)
            || SafetyComments.Covers(declaration, declaration.ParameterList))
        {
            return;
        }

        string function = WithoutSuffix(import.EntryPoint.Split('$')[0]);
        if (method.ReturnType.SpecialType is SpecialType.System_IntPtr && Openers.Contains(function))
        {
            Report(context, declaration.ReturnType, declaration.ReturnType.ToString(), "SafeHandle");
        }

        if (TakeNumbers.Contains(function) || Array.Exists(Closers, closer => function.IndexOf(closer, StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return;
        }

        for (int i = 0; i < method.Parameters.Length; i++)
        {
            if (RawHandleNames.OwnerOf(method.Parameters[i], import.Library) is { } owner)
            {
                Report(context, declaration.ParameterList.Parameters[i], method.Parameters[i].Name, owner);
            }
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode at, string name, string owner) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, at.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(OwnerProperty, owner), name, owner));

    /// <summary>The W or A of Windows's two alphabets.</summary>
    private static string WithoutSuffix(string function) =>
        function.Length > 2 && function[function.Length - 1] is 'W' or 'A' && char.IsLower(function[function.Length - 2])
            ? function.Substring(0, function.Length - 1)
            : function;
}
