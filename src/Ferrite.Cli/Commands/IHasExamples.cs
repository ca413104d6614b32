namespace Ferrite.Cli.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal interface IHasExamples
{
    IReadOnlyList<(string Line, string Meaning)> Examples { get; }
}
