namespace Catalog.Seed.Shared;

/// <summary>
/// A clock that stands at the beginning of the history to be made: commands bring their own times, and no timer of the
/// engine runs ahead of them. Elapsed time still passes.
/// </summary>
internal sealed class StandingClock(long timeMs) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(timeMs);
}
