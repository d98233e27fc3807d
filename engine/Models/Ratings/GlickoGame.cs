namespace Catalog.Engine.Models.Ratings;

/// <summary>A game as one side saw it.</summary>
/// <param name="OpponentRating">The other side's rating.</param>
/// <param name="OpponentDeviation">Its deviation; 0 when it is known exactly.</param>
/// <param name="Result">0 for a loss, 1 for a win, anything between for what lies between.</param>
public readonly record struct GlickoGame(double OpponentRating, double OpponentDeviation, double Result);
