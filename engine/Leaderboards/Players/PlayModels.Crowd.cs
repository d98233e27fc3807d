using Catalog.Engine.Leaderboards.Churn;
using Catalog.Engine.Leaderboards.Skill;

namespace Catalog.Engine.Leaderboards.Players;

/// <content>What is said of everybody together.</content>
public sealed partial class PlayModels
{
    /// <summary>How wide a class of ratings is, in points.</summary>
    public const int RatingStep = 25;

    /// <summary>Players rated in each class of <see cref="RatingStep"/> points, from 0. O(classes).</summary>
    public IReadOnlyList<int> RatingCounts => _ratings.Counts;

    /// <summary>The rating that so large a share of the rated players is below. O(classes).</summary>
    /// <param name="share">The share, 0 to 1.</param>
    public double RatingAt(double share) => _ratings.RatingAt(share);

    /// <summary>
    /// Some of the rated players, evenly among those there are: how they stand and how much they played. O(most).
    /// </summary>
    /// <param name="most">How many are looked at.</param>
    public IReadOnlyList<SkillPoint> SampleSkill(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var points = new List<SkillPoint>();
        double step = Math.Max(1, (double)_slots.Count / most);
        for (double at = 0; at < _slots.Count; at += step)
        {
            int slot = (int)at;
            ref SkillState state = ref _skills[slot];
            if (state.Games == 0) continue;
            points.Add(new SkillPoint(_slots.IdOf(slot), state.Rating.Rating, state.Games, state.Mode));
        }

        return points;
    }

    /// <summary>How likely some of the players are to be gone in a week. O(count × trees).</summary>
    /// <param name="from">The number of the first to be looked at, from 0.</param>
    /// <param name="count">How many are looked at.</param>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    /// <param name="found">Those anything can be said of are added here.</param>
    /// <returns>Whether there are players behind.</returns>
    public bool ListRisks(int from, int count, long nowMs, ICollection<ChurnRisk> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (_churn is not { } model) return false;
        int end = (int)Math.Min((long)from + count, _slots.Count);
        for (int slot = from; slot < end; slot++)
            if (RiskOf(model, slot, (int)(nowMs / DayMs)) is { } risk) found.Add(risk);
        return end < _slots.Count;
    }
}
