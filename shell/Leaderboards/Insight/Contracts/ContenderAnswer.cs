using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>Somebody who may end the season among the first ten.</summary>
/// <param name="Rank">The season's rank by now.</param>
/// <param name="PlayerId">Who.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Score">The season's score by now.</param>
/// <param name="ExpectedScore">The score to be expected at the end.</param>
/// <param name="InTopTen">The probability to end among the first ten.</param>
/// <param name="Wins">The probability to win.</param>
public sealed record ContenderAnswer(
    long Rank,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    long Score,
    double ExpectedScore,
    double InTopTen,
    double Wins);
