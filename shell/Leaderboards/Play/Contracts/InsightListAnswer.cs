using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>What a player's scores depend on.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Games">The latest games that were looked at.</param>
/// <param name="MissingGames">Games more before anything can be said; 0 when there are enough.</param>
/// <param name="Since">When the earliest of them was played; absent without games.</param>
/// <param name="Insights">The largest effect first; none is an answer, too.</param>
/// <param name="Summary">All of it in a few sentences.</param>
/// <param name="WordedBy">Who worded the summary: local, or the name of a language model.</param>
public sealed record InsightListAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    int Games,
    int MissingGames,
    DateTime? Since,
    IReadOnlyList<InsightAnswer> Insights,
    string Summary,
    string WordedBy);
