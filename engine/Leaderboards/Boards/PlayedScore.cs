namespace Catalog.Engine.Leaderboards;

/// <summary>A score on its way to the boards.</summary>
/// <param name="Amount">What it is worth.</param>
/// <param name="Raw">What was submitted, which events and tournaments weigh by rules of their own.</param>
/// <param name="Region">The region; 0 for none.</param>
/// <param name="TimeMs">When it was submitted, milliseconds since 1970.</param>
/// <param name="NowMs">When it is counted: later when it was held.</param>
/// <param name="DecayedKey">The player's place in the decaying board after it.</param>
internal readonly record struct PlayedScore(
    long Amount, int Raw, byte Region, long TimeMs, long NowMs, long DecayedKey)
{
    /// <summary>Whether it was held, so that others may have come since.</summary>
    public bool IsLate => NowMs != TimeMs;
}
