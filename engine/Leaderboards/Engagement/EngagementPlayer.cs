namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>What is known of a player.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="FirstDay">The first day with a game, since 1970.</param>
/// <param name="LastDay">The last one.</param>
/// <param name="Games">Games that counted.</param>
/// <param name="Seconds">How long they took together.</param>
public readonly record struct EngagementPlayer(ulong PlayerId, int FirstDay, int LastDay, int Games, long Seconds);
