namespace Catalog.Engine.Leaderboards.Anomalies;

/// <summary>
/// What speaks for each pattern, each as a share of what is enough to flag an account.
/// <code>
/// speed hack        shortening, or brevity                                  of 6
/// score injection   level, or scores beyond three deviations                of 5.6, of 20
/// bot               even scores, durations, pauses, all hours, together     of 7
/// account sharing   jump and surprise, their mean                           of 6.8
/// </code>
/// </summary>
/// <param name="Pattern">The pattern most speaks for.</param>
/// <param name="Strength">How much of what is enough.</param>
internal readonly record struct AnomalyEvidence(CheatPattern Pattern, double Strength)
{
    // The least that no more than one in two thousand honest players of a planted world reaches in half a year: see
    // the quality bench.
    private const double EnoughShort = 6;
    private const double EnoughHigh = 5.6;
    private const double EnoughEven = 7;
    private const double EnoughPeaks = 20;
    private const double EnoughSudden = 6.8;
    private const double EnoughForest = 6.6;

    // A jump whose scores are out of reach, or the same again and again, is not another player.
    private const double ManyPeaks = 2;
    private const double ManyRepeats = 4;

    // At as much as is enough the score is the flag's 0.8; at nothing it is 0.01.
    private const double AtFlag = 1.3863;
    private const double Steepness = 6;
    private const double ForestWeight = 0.1;

    /// <summary>Weighs robust z-scores, one a <see cref="PlayFeature"/>.</summary>
    public static AnomalyEvidence Of(ReadOnlySpan<double> scores)
    {
        double fast = Math.Max(scores[(int)PlayFeature.Shortening], scores[(int)PlayFeature.Brevity]) / EnoughShort;
        double high = Math.Max(
            scores[(int)PlayFeature.Level] / EnoughHigh, scores[(int)PlayFeature.Peaks] / EnoughPeaks);
        double even = (Above(scores, PlayFeature.EvenScores) + Above(scores, PlayFeature.EvenDurations)
            + Above(scores, PlayFeature.EvenPauses) + Above(scores, PlayFeature.Hours)) / 2 / EnoughEven;
        double sudden = (Above(scores, PlayFeature.Jump) + Above(scores, PlayFeature.Surprise)) / 2 / EnoughSudden;
        bool isMadeUp = scores[(int)PlayFeature.Peaks] > ManyPeaks || scores[(int)PlayFeature.Repeats] > ManyRepeats;
        var most = new AnomalyEvidence(
            isMadeUp ? CheatPattern.ScoreInjection : CheatPattern.AccountSharing, sudden);
        if (fast > most.Strength) most = new AnomalyEvidence(CheatPattern.SpeedHack, fast);
        if (high > most.Strength) most = new AnomalyEvidence(CheatPattern.ScoreInjection, high);
        return even > most.Strength ? new AnomalyEvidence(CheatPattern.Bot, even) : most;
    }

    /// <summary>The verdict, with how far the forest sets the whole apart.</summary>
    public AnomalyVerdict Verdict(double forest)
    {
        double apart = forest / EnoughForest;
        double whole = Math.Max(Strength + (ForestWeight * Math.Max(0, apart)), apart);
        double score = 1 / (1 + Math.Exp(-(AtFlag + (Steepness * (whole - 1)))));
        return new AnomalyVerdict(score, score < 0.5 ? CheatPattern.None : Pattern);
    }

    private static double Above(ReadOnlySpan<double> scores, PlayFeature feature) => Math.Max(0, scores[(int)feature]);
}
