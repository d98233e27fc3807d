using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Engine.Models.Ratings;

namespace Catalog.Engine.Leaderboards.Matchmaking;

/// <summary>
/// Chooses opponents: even chances above all, then the same region, then who played lately.
/// <code>
/// worth = 1 − |2 · chance − 1|  − 0.15 another region  − 0.1 a week without play  − 0.05 not known well
/// </code>
/// </summary>
/// <remarks>A search is bounded by <see cref="OpponentIndex.MostSeen"/> and allocates nothing.</remarks>
internal sealed class Matchmaker(OpponentIndex index, Slab<SkillState> states, PlayerSlots slots)
{
    private const long DayMs = 86_400_000;
    private const int RecentDays = 7;
    private const int LongestDays = 30;

    // Rating buckets of 25 points to each side: beyond 400 points chances are 10 to 1.
    private const int Widest = 16;
    private const int MostOfList = 12;

    // So many for every one that is wanted, before the search stops widening.
    private const int EnoughFold = 4;
    private const double OtherRegion = 0.15;
    private const double WeekAway = 0.1;
    private const double Unsure = 0.05;
    private const double ProvisionalFrom = 110;
    private const double Even = 0.05;
    private const int MostWanted = 64;

    /// <summary>Finds opponents for a player, the best first.</summary>
    /// <param name="slot">Who asks.</param>
    /// <param name="mode">The mode to play.</param>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    /// <param name="found">Where they go; its length is how many are wanted, 64 at most.</param>
    /// <returns>How many there are.</returns>
    public int Find(int slot, int mode, long nowMs, Span<Opponent> found)
    {
        if (found.IsEmpty) return 0;
        found = found[..Math.Min(found.Length, MostWanted)];
        byte own = states[slot].Region;
        var choice = new OpponentChoice(found, stackalloc double[found.Length]);
        Look(slot, (mode, own, nowMs - (RecentDays * DayMs), nowMs), ref choice);
        for (byte region = 0; region < OpponentIndex.Regions && !choice.IsFull; region++)
            if (region != own) Look(slot, (mode, region, nowMs - (RecentDays * DayMs), nowMs), ref choice);
        if (choice.IsFull) return choice.Count;
        // Too few lately: anybody of the last month, wherever.
        choice.Clear();
        for (byte region = 0; region < OpponentIndex.Regions; region++)
            Look(slot, (mode, region, nowMs - (LongestDays * DayMs), nowMs), ref choice);
        return choice.Count;
    }

    private void Look(
        int asking, (int Mode, byte Region, long SinceMs, long NowMs) where, ref OpponentChoice choice)
    {
        GlickoRating own = Rested(asking, where.NowMs);
        int middle = RatingHistogram.BucketOf(own.Rating), seen = 0;
        choice.Begin();
        for (int width = 0; width <= Widest && seen < OpponentIndex.MostSeen; width++)
        {
            for (int side = -1; side <= 1; side += 2)
            {
                int bucket = middle + (side * width);
                if (bucket is < 0 or >= RatingHistogram.Buckets || (width == 0 && side > 0)) continue;
                int next = index.First(where.Mode, where.Region, bucket);
                for (int i = 0; i < MostOfList && next >= 0; i++, next = index.Next(next))
                {
                    if (states[next].LastGameMs < where.SinceMs) break;
                    seen++;
                    if (next != asking) Consider(next, own, states[asking].Region, where.NowMs, ref choice);
                }
            }

            if (choice.Considered >= choice.Wanted * EnoughFold) return;
        }
    }

    private void Consider(int slot, GlickoRating own, byte region, long nowMs, ref OpponentChoice choice)
    {
        ref SkillState state = ref states[slot];
        GlickoRating rating = Rested(slot, nowMs);
        double chance = Glicko2.Expect(own with { Deviation = 0 }, rating with { Deviation = 0 });
        double days = Math.Max(0, nowMs - state.LastGameMs) / (double)DayMs;
        OpponentTraits traits = OpponentTraits.None;
        if (Math.Abs(chance - 0.5) <= Even) traits |= OpponentTraits.EvenChances;
        if (state.Region == region) traits |= OpponentTraits.SameRegion;
        if (days < 1) traits |= OpponentTraits.PlayedToday;
        if (rating.Deviation > ProvisionalFrom) traits |= OpponentTraits.Provisional;
        double worth = 1 - Math.Abs((2 * chance) - 1) - (WeekAway * days / 7)
            - (state.Region == region ? 0 : OtherRegion)
            - (rating.Deviation > ProvisionalFrom ? Unsure : 0);
        choice.Add(
            worth,
            new Opponent(
                slots.IdOf(slot), rating.Rating, rating.Deviation, chance, state.Mode, state.Region, state.LastGameMs,
                traits));
    }

    private GlickoRating Rested(int slot, long nowMs) =>
        FieldRater.Rested(states[slot].Rating, nowMs - states[slot].LastGameMs);
}
