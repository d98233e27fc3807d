using System.Globalization;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>What is said when scores rise. Thread-safe.</summary>
internal static class InflationWords
{
    /// <summary>What could be done.</summary>
    /// <param name="rise">By how much games are above the usual.</param>
    /// <param name="isOfTop">Whether only those of the first hundred are.</param>
    public static string AdviceOf(double rise, bool isOfTop)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string percent = (100 * rise).ToString("0.0", culture);
        if (isOfTop)
        {
            return $"The first hundred score {percent} % more than they used to, others do not. "
                + "Look at their games under Review before any rule is changed: a trick, or somebody who cheats, "
                + "looks like this.";
        }

        string factor = (1 / (1 + rise)).ToString("0.000", culture);
        return $"Everybody scores {percent} % more than they used to. Counting {factor} of a score would bring them "
            + "back; begin with a new season, so that one board has one measure.";
    }
}
