namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>What players who came by a channel paid.</summary>
/// <param name="Channel">The channel; empty when it was not said.</param>
/// <param name="Players">How many are known to have come by it.</param>
/// <param name="Payers">How many of them paid.</param>
/// <param name="Revenue">How much.</param>
/// <param name="LifetimeValue">How much a player who came by it has paid so far, on the average.</param>
public sealed record RevenueChannelAnswer(
    string Channel, int Players, int Payers, long Revenue, double LifetimeValue);
