using System.Globalization;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Insight;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>What people call game modes, regions, and steps of scores and games. Thread-safe.</summary>
internal sealed class GameLabels : IDimensionLabels
{
    /// <inheritdoc/>
    public string? LabelOf(string dimension, ulong id) => dimension switch
    {
        "mode" => GameModes.Find(id)?.Terms.Name,
        "region" => id == 0 ? "None" : id <= (ulong)GameModes.Regions.Count ? GameModes.Regions[(int)id - 1] : null,
        "points" => Range(id * BoardRollups.ScoreStep, (id + 1) * BoardRollups.ScoreStep),
        "bucket" => id == 0 ? "0" : Range(BoardRollups.TotalOf(id), BoardRollups.TotalOf(id + 1)),
        "count" => id switch { < 10 => Text(id), 10 => "10 to 19", 20 => "20 to 49", _ => "50 and more" },
        _ => WeekLabels.Of(dimension, id),
    };

    private static string Range(double from, double to) =>
        $"{Text(Math.Ceiling(from))} to {Text(Math.Ceiling(to) - 1)}";

    private static string Text(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
