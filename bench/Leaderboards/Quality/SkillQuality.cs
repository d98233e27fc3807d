using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Leaderboards.Quality;

/// <summary>Ratings against the skill players were given, as of their last day.</summary>
internal static class SkillQuality
{
    private const int FewestGames = 20;
    private const double Bar = 0.8;

    public static void Run(PlayRecord record, RowSink<QualityRow> rows)
    {
        var truth = new List<double>();
        var ratings = new List<double>();
        var means = new List<double>();
        for (int player = 0; player < record.World.Players; player++)
        {
            if (record.CheatedGames[player] > 0 || record.GamesOf[player] < FewestGames) continue;
            if (record.Models.SkillOf((ulong)player, record.World.TodayMs) is not { } skill) continue;
            truth.Add(record.Profiles[player].SkillOn(record.LastDay[player]));
            ratings.Add(skill.Rating);
            means.Add(record.ScoreSums[player] / record.GamesOf[player]);
        }

        double fit = Squared(truth, ratings);
        rows.Add(new QualityRow(
            "leaderboards", "rating against planted skill, R² (baseline: mean score)", fit, Squared(truth, means),
            $"above {Bar}", fit > Bar));
    }

    /// <summary>The squared correlation of two rows of numbers.</summary>
    public static double Squared(List<double> left, List<double> right)
    {
        double meanLeft = left.Average(), meanRight = right.Average(), both = 0, ofLeft = 0, ofRight = 0;
        for (int i = 0; i < left.Count; i++)
        {
            double x = left[i] - meanLeft, y = right[i] - meanRight;
            both += x * y;
            ofLeft += x * x;
            ofRight += y * y;
        }

        return both * both / (ofLeft * ofRight);
    }
}
