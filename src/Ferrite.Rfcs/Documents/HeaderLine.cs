namespace Ferrite.Rfcs.Documents;

/// <summary>A line of a header, "- Key: value", with the indented lines that continue it; offsets in bytes.</summary>
/// <param name="Key">Without spaces around.</param>
/// <param name="Value">Without spaces around; empty where there is none.</param>
/// <param name="Line">From 1.</param>
/// <param name="Start">Of the line.</param>
/// <param name="Colon">Behind the colon.</param>
/// <param name="ValueStart">Of the value; where there is none, the same as <paramref name="ValueEnd"/>.</param>
/// <param name="ValueEnd">Behind the value, before white space that ends the line.</param>
/// <param name="End">Behind the line ending.</param>
internal sealed record HeaderLine(string Key, string Value, int Line, int Start, int Colon, int ValueStart, int ValueEnd, int End);
