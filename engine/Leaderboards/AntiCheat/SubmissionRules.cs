namespace Catalog.Engine.Leaderboards;

/// <summary>The rules every submission is held against before it counts. Pure, O(1), nothing allocated.</summary>
internal static class SubmissionRules
{
    // 0.3 and 3 times the average, in tenths, so that no rounding decides.
    private const long ShortestTenths = 3;
    private const long LongestTenths = 30;

    /// <summary>The rules a submission breaks.</summary>
    /// <param name="terms">The mode's rules.</param>
    /// <param name="player">What is known of the player.</param>
    /// <param name="submission">The submission.</param>
    /// <param name="timeMs">The moment, milliseconds since 1970.</param>
    public static CheatReasons Check(
        ModeTerms terms, ref readonly PlayerRecord player, in SubmitScore submission, long timeMs)
    {
        CheatReasons reasons = CheatReasons.None;
        if (submission.Score > terms.MaxScorePerGame) reasons |= CheatReasons.ScoreTooHigh;
        long tenths = submission.DurationSeconds * 10L;
        if (tenths < terms.AverageGameSeconds * ShortestTenths) reasons |= CheatReasons.TooShort;
        if (tenths > terms.AverageGameSeconds * LongestTenths) reasons |= CheatReasons.TooLong;
        bool isFrequent = player.LastSubmitMs != long.MinValue && timeMs - player.LastSubmitMs < terms.MinIntervalMs;
        return isFrequent ? reasons | CheatReasons.TooFrequent : reasons;
    }
}
