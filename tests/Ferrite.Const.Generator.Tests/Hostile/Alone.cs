namespace Ferrite.Const.Generator.Tests.Hostile;

/// <summary>Tests that run when no other does.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;
