using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>Fair opponents.</summary>
/// <param name="PlayerId">Who asks.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="GameMode">The mode they all play most.</param>
/// <param name="Rating">The rating of the one who asks.</param>
/// <param name="Opponents">The best first.</param>
public sealed record OpponentListAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    string GameMode,
    int Rating,
    IReadOnlyList<OpponentAnswer> Opponents);
