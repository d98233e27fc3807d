using Catalog.Engine.Leaderboards.Churn;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>What the model says of everybody together.</summary>
/// <param name="asOfMs">When it was asked.</param>
/// <param name="isKnown">Whether it has learned enough to say anything.</param>
internal sealed class ChurnSummary(long asOfMs, bool isKnown)
{
    private const int Silence = 3;
    private const double Fewer = 0.75;

    /// <summary>When it was asked.</summary>
    public long AsOfMs => asOfMs;

    /// <summary>Whether the model has learned enough to say anything.</summary>
    public bool IsKnown => isKnown;

    /// <summary>Players by twentieths of probability.</summary>
    public int[] Classes { get; } = new int[ChurnSurvey.Classes];

    /// <summary>Players at risk by reason: play less, silent, something else.</summary>
    public int[] Reasons { get; } = new int[3];

    /// <summary>Players anything can be said of.</summary>
    public int Judged { get; private set; }

    /// <summary>Players at risk.</summary>
    public int AtRisk { get; private set; }

    /// <summary>The lowest probability of those at risk; 1 when there are none.</summary>
    public double AlarmFrom { get; private set; } = 1;

    /// <summary>How many are to be expected to leave.</summary>
    public double Expected { get; private set; }

    /// <summary>The variance of that, when each leaves for reasons of their own.</summary>
    public double Variance { get; private set; }

    /// <summary>The likeliest to leave.</summary>
    public List<ChurnRisk> Players { get; } = [];

    /// <summary>Takes a player into account.</summary>
    public void Count(in ChurnRisk risk)
    {
        Judged++;
        Expected += risk.Probability;
        Variance += risk.Probability * (1 - risk.Probability);
        Classes[Math.Min(Classes.Length - 1, (int)(risk.Probability * Classes.Length))]++;
        if (!risk.IsAtRisk) return;
        AtRisk++;
        AlarmFrom = Math.Min(AlarmFrom, risk.Probability);
        bool isFading = risk.GamesNow < risk.GamesBefore * Fewer;
        Reasons[isFading ? 0 : risk.SilentDays > Silence ? 1 : 2]++;
    }
}
