namespace Ferrite.Rfcs.Tests.Kit;

/// <summary>A clock that stands still until it is told.</summary>
internal sealed class FakeClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    internal DateOnly Today => DateOnly.FromDateTime(_now.UtcDateTime);

    public override DateTimeOffset GetUtcNow() => _now;

    internal void Pass(int days) => _now = _now.AddDays(days);
}
