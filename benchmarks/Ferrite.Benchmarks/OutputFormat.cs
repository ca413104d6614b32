namespace Ferrite.Benchmarks;

/// <summary>How results are printed.</summary>
internal enum OutputFormat
{
    Text,
    Json,
    Markdown,
}
