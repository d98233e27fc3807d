namespace Catalog.Engine.Leaderboards;

/// <summary>How far those who began together have come.</summary>
/// <param name="Age">Days since their first game.</param>
/// <param name="Players">How many they are, on the board.</param>
/// <param name="Behind">The sum of the shares of the board that each is ahead of, 0 to 1.</param>
/// <param name="InTopTenth">How many are among the best tenth.</param>
public readonly record struct ClimbPoint(int Age, int Players, double Behind, int InTopTenth);
