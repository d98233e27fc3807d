namespace Catalog.Engine.Leaderboards.Churn;

/// <summary>How likely somebody is to be gone in a week.</summary>
/// <param name="PlayerId">Who.</param>
/// <param name="Probability">The probability, 0 to 1.</param>
/// <param name="IsAtRisk">Whether it is high enough for an alarm.</param>
/// <param name="GamesNow">Games of the last fortnight, about.</param>
/// <param name="GamesBefore">Games of the fortnight before it, about.</param>
/// <param name="SilentDays">Days since the last game.</param>
public readonly record struct ChurnRisk(
    ulong PlayerId, double Probability, bool IsAtRisk, int GamesNow, int GamesBefore, int SilentDays)
{
    private const int Fortnight = 14;

    /// <summary>What it rests on, in words.</summary>
    public string Words =>
        GamesNow < GamesBefore * 0.75
            ? $"Played {GamesNow} games in the last 14 days, {GamesBefore} in the 14 before."
            : SilentDays > 3
                ? $"Has not played for {SilentDays} days."
                : $"Plays as usual: {GamesNow} games in the last 14 days.";

    internal static ChurnRisk Of(
        ulong playerId, double probability, ChurnModel model, in ActivityTrace trace, int today)
    {
        int now = 0, before = 0;
        for (int back = 0; back < Fortnight; back++)
        {
            now += trace.GamesOn(today, back);
            before += trace.GamesOn(today, back + Fortnight);
        }

        return new ChurnRisk(
            playerId, probability, probability >= model.AlarmFrom, now, before, Math.Max(0, today - trace.LastDay));
    }
}
