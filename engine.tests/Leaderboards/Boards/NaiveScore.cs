namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>One thing that changed a player's scores.</summary>
/// <param name="Player">Whose.</param>
/// <param name="Amount">By how much.</param>
/// <param name="Raw">What was submitted.</param>
/// <param name="Region">Where it was played.</param>
/// <param name="PlayedMs">When it was played.</param>
/// <param name="CountedMs">When it was counted: later when it was held.</param>
/// <param name="IsAdjustment">Whether a moderator did it.</param>
internal sealed record NaiveScore(
    ulong Player, long Amount, int Raw, byte Region, long PlayedMs, long CountedMs, bool IsAdjustment = false);
