namespace Catalog.Seed.Leaderboards;

/// <summary>A game mode: its rules, and what scores in it look like.</summary>
internal sealed record GameMode(string Name, double Mean, double Spread, int MaxScore, int UsualSeconds);
