namespace Catalog.Engine.Leaderboards;

/// <summary>Players of one tier who play a week against each other.</summary>
/// <param name="tier">The tier, from 0.</param>
internal sealed class LeagueGroup(byte tier)
{
    /// <summary>The tier.</summary>
    public byte Tier { get; } = tier;

    /// <summary>The players, in the order they came.</summary>
    public List<int> Slots { get; } = [];

    /// <summary>Whether its week was decided.</summary>
    public bool IsClosed { get; set; }
}
