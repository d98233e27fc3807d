namespace Catalog.Engine.Leaderboards;

/// <summary>A player's part in an event or a tournament.</summary>
/// <param name="JoinedMs">When the player joined, or first played, milliseconds since 1970.</param>
/// <param name="Attempts">How many games counted.</param>
internal readonly record struct Contestant(long JoinedMs, int Attempts);
