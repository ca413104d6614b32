namespace Ferrite.Cli.Output;

/// <summary>What a piece of text is, for those who see colours.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Faint,
    Resident,
    Warning,
    Error,
}
