namespace Ferrite.SdkFloor.Build.Tests.Travel;

/// <summary>The projects are built once, for all tests that look at them.</summary>
[CollectionDefinition(nameof(BuiltConsumers))]
public sealed class ConsumersBuiltOnce : ICollectionFixture<BuiltConsumers>;
