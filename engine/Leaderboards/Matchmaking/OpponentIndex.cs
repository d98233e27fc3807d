using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Leaderboards.Skill;

namespace Catalog.Engine.Leaderboards.Matchmaking;

/// <summary>
/// Players by mode, region and rating, those who played last first.
/// <code>
/// mode × region × 25 points ─► the latest player ─► the one before ─► …      12 bytes a player
/// search: the own 25 points, then 25 more to both sides, and so on, until enough are known to choose from;
///         then other regions, then those who have not played for longer
/// </code>
/// Invariants: (1) who is listed is in exactly one list, that of their mode, region and rating; (2) lists are linked
/// both ways; (3) who is hidden is in none.
/// </summary>
/// <remarks>
/// Moving a player is O(1); a search looks at no more than <see cref="MostSeen"/> players, whatever their number.
/// Nothing is allocated but pages for new players. Not thread-safe.
/// </remarks>
internal sealed class OpponentIndex
{
    /// <summary>Players a search looks at, at most.</summary>
    public const int MostSeen = 512;

    /// <summary>Modes and regions there is room for.</summary>
    public const int Modes = 16;

    public const int Regions = 33;

    private const int None = -1;
    private const int Hidden = -2;
    private const int Buckets = RatingHistogram.Buckets;
    private readonly int[] _heads = new int[Modes * Regions * Buckets];
    private readonly Slab<Link> _links = new();
    private int _count;

    public OpponentIndex() => Array.Fill(_heads, None);

    /// <summary>Lists a player as the one who played last. O(1).</summary>
    public void Touch(int slot, in SkillState state)
    {
        Reach(slot);
        ref Link link = ref _links[slot];
        if (link.List == Hidden) return;
        int list = ListOf(state.Mode, state.Region, RatingHistogram.BucketOf(state.Rating.Rating));
        if (link.List == list && _heads[list] == slot) return;
        if (link.List >= 0) Unlink(slot, ref link);
        int head = _heads[list];
        (link.List, link.Before, link.After) = (list, None, head);
        if (head >= 0) _links[head].Before = slot;
        _heads[list] = slot;
    }

    /// <summary>Takes a player out for as long as it is hidden. O(1).</summary>
    public void Hide(int slot)
    {
        Reach(slot);
        ref Link link = ref _links[slot];
        if (link.List >= 0) Unlink(slot, ref link);
        link.List = Hidden;
    }

    /// <summary>Lets a player in again; it is listed with its next game, or by <see cref="Touch"/>. O(1).</summary>
    public void Show(int slot)
    {
        Reach(slot);
        if (_links[slot].List == Hidden) _links[slot].List = None;
    }

    /// <summary>Whether a player is hidden. O(1).</summary>
    public bool IsHidden(int slot) => slot < _count && _links[slot].List == Hidden;

    /// <summary>The players of a mode, region and rating, the one who played last first.</summary>
    /// <returns>The first, or -1.</returns>
    public int First(int mode, int region, int bucket) => _heads[ListOf(mode, region, bucket)];

    /// <summary>The one who played before another of the same list, or -1. O(1).</summary>
    public int Next(int slot) => _links[slot].After;

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(n).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants(Slab<SkillState> states)
    {
        int seen = 0, listed = 0;
        for (int slot = 0; slot < _count; slot++) listed += _links[slot].List >= 0 ? 1 : 0;
        for (int list = 0; list < _heads.Length; list++)
        {
            int before = None;
            for (int slot = _heads[list]; slot >= 0; before = slot, slot = _links[slot].After)
            {
                ref SkillState state = ref states[slot];
                int due = ListOf(state.Mode, state.Region, RatingHistogram.BucketOf(state.Rating.Rating));
                if (_links[slot].List != list || due != list) throw new InvalidOperationException($"(1) {slot}.");
                if (_links[slot].Before != before) throw new InvalidOperationException($"(2) {slot}.");
                if (++seen > listed) throw new InvalidOperationException("(2) A circle.");
            }
        }

        if (seen != listed) throw new InvalidOperationException($"(1) {seen} of {listed} are in a list.");
    }

    /// <summary>Has what <see cref="Touch"/> reads of a player fetched. O(1).</summary>
    public void Fetch(int slot) => _links.Prefetch(slot);

    private void Reach(int slot)
    {
        _links.Reach(slot);
        for (; _count <= slot; _count++) _links[_count] = new Link { List = None, Before = None, After = None };
    }

    private void Unlink(int slot, ref Link link)
    {
        if (link.Before >= 0) _links[link.Before].After = link.After;
        else _heads[link.List] = link.After;
        if (link.After >= 0) _links[link.After].Before = link.Before;
        (link.List, link.Before, link.After) = (None, None, None);
    }

    private static int ListOf(int mode, int region, int bucket) =>
        (((Math.Min(mode, Modes - 1) * Regions) + Math.Min(region, Regions - 1)) * Buckets) + bucket;

    // mutable: lists are relinked in place
    private struct Link
    {
        public int List;
        public int Before;
        public int After;
    }
}
