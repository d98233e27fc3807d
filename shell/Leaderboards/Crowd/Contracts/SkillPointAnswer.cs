using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>A player of the sample.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Rating">The rating.</param>
/// <param name="Games">Games played.</param>
/// <param name="Hours">Hours played.</param>
/// <param name="Tier">The tier.</param>
public sealed record SkillPointAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    double Rating,
    int Games,
    double Hours,
    string Tier);
