using Catalog.Engine.Leaderboards.Projections;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Engine.Models.Ratings;

namespace Catalog.Engine.Leaderboards.Players;

/// <content>How ratings were in the weeks before.</content>
public sealed partial class PlayModels
{
    private readonly Slab<RatingMarks> _marks = new();

    /// <summary>
    /// Looks among some of the players for those whose rating rose fast in the latest four weeks, and is near the top;
    /// who is kept out of matches is not among them. O(count).
    /// </summary>
    /// <param name="from">The number of the first to be looked at, from 0.</param>
    /// <param name="count">How many are looked at.</param>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    /// <param name="nearTop">The rating from which on somebody is near the top.</param>
    /// <param name="found">Those who rise are added here, in no order of how fast.</param>
    /// <returns>Whether there are players behind.</returns>
    /// <remarks>
    /// The rating is compared with that of the Monday, UTC, three weeks before this week's; of who played later for the
    /// first time, with that of the first Monday since.
    /// </remarks>
    public bool ListEmerging(int from, int count, long nowMs, double nearTop, ICollection<RatingChange> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        int end = (int)Math.Min((long)from + count, _slots.Count);
        for (int slot = from; slot < end; slot++)
        {
            if (!TryChange(slot, nowMs, out RatingChange change) || _opponents.IsHidden(slot)) continue;
            if (EmergingPlayers.IsEmerging(in change, nearTop)) found.Add(change);
        }

        return end < _slots.Count;
    }

    private bool TryChange(int slot, long nowMs, out RatingChange change)
    {
        change = default;
        ref SkillState state = ref _skills[slot];
        if (state.Games == 0) return false;
        ref RatingMarks marks = ref _marks[slot];
        int week = RatingMarks.WeekOf(state.LastGameMs);
        int silent = Math.Max(0, RatingMarks.WeekOf(nowMs) - week);
        int back = Math.Min(marks.Count, RatingMarks.Weeks - silent) - 1;
        if (back < 0) return false;
        (double then, double thenDeviation) = marks.At(back);
        GlickoRating rating = FieldRater.Rested(state.Rating, nowMs - state.LastGameMs);
        change = new RatingChange(
            _slots.IdOf(slot), then, thenDeviation, rating.Rating, rating.Deviation, RatingMarks.BeginOf(week - back));
        return true;
    }
}
