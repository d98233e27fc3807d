using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>Somebody who comes up fast.</summary>
/// <param name="Rank">The place now.</param>
/// <param name="RankBefore">The place then; absent for behind the first hundred.</param>
/// <param name="PlayerId">Who.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Score">The total now.</param>
/// <param name="Gain">What was added since; absent for who was behind the first hundred.</param>
public sealed record RiserAnswer(
    long Rank,
    long? RankBefore,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    long Score,
    long? Gain);
