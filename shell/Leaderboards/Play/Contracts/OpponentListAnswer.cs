using System.Text.Json.Serialization;
using Catalog.Shell.Http;

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
    IReadOnlyList<OpponentAnswer> Opponents)
    : IExampled<OpponentListAnswer>
{
    /// <inheritdoc/>
    public static OpponentListAnswer Example =>
        new(17, "QuietOtter", "raid", 1_605, [OpponentAnswer.Example]);
}
