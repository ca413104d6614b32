namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>A kind of access.</summary>
/// <param name="Name">The member under test.</param>
/// <param name="Writes">Whether the trial's bytes are written, rather than read into it.</param>
/// <param name="Run">Makes the access; where it reads less or more than asked, it changes the trial's range.</param>
internal sealed record Access(string Name, bool Writes, Action<MappedFile, Trial> Run);
