namespace Catalog.Seed.Leaderboards;

/// <summary>Makes scores of how well it went, so that all of them together have a mode's mean and deviation.</summary>
internal static class Scores
{
    /// <summary>The mean over all games, measured: those who play more are better.</summary>
    public const double Mean = 0.34;

    /// <summary>The deviation over all games, measured.</summary>
    public const double Spread = 0.98;

    /// <summary>What a game that went so well scores, before rounding.</summary>
    public static double Of(GameMode mode, double z) =>
        Math.Max(0, mode.Mean + (mode.Spread * (z - Mean) / Spread));

    /// <summary>Scores come in fives, and end where the mode does.</summary>
    public static int Round(GameMode mode, double score) =>
        Math.Min(mode.MaxScore, 5 * (int)Math.Round(Math.Max(0, score) / 5));
}
