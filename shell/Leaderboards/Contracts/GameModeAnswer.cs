using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A game mode.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name in paths.</param>
/// <param name="Title">What players call it.</param>
/// <param name="MaxScorePerGame">The most one game can bring.</param>
/// <param name="AverageGameSeconds">How long a game usually takes.</param>
/// <param name="Regions">Its regions.</param>
/// <param name="Types">Its boards.</param>
/// <param name="Players">How many ever submitted.</param>
/// <param name="Submissions">How many scores counted.</param>
public sealed record GameModeAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong Id,
    string Name,
    string Title,
    int MaxScorePerGame,
    int AverageGameSeconds,
    IReadOnlyList<string> Regions,
    IReadOnlyList<string> Types,
    long Players,
    long Submissions);
