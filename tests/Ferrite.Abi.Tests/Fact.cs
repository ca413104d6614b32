namespace Ferrite.Abi.Tests;

/// <summary>A number that C knows as well.</summary>
/// <param name="Name">For us.</param>
/// <param name="Expression">For the compiler.</param>
/// <param name="Value">Ours.</param>
internal sealed record Fact(string Name, string Expression, long Value);
