using System.Runtime.CompilerServices;
using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <content>
/// The steps of a change. Each reads what the one before it has had fetched and has more fetched, so that between two
/// steps of a change others take theirs, and nobody waits.
/// </content>
public sealed partial class RankedTree
{
    /// <summary>Changes that are on their way at once have slots in a ring of so many.</summary>
    internal const int RingSize = 64;

    /// <summary>From a change's number to its slot.</summary>
    internal const int RingMask = RingSize - 1;

    /// <summary>Number of steps that <see cref="Prepare"/> knows.</summary>
    internal const int StepCount = 5;

    // So many other changes take a step between two of one: more would not fit the ring.
    private const int MaxDistance = 6;

    /// <summary>How many changes apart steps are when there are so many in all.</summary>
    internal static int DistanceFor(int count) => Math.Clamp(count, 1, MaxDistance);

    /// <summary>
    /// Takes the first step of a change and, of those that entered before it, the second to the last one.
    /// </summary>
    /// <param name="ring">The changes under way.</param>
    /// <param name="entering">The number of the change that enters; past the last one when all have.</param>
    /// <param name="count">The number of changes.</param>
    /// <param name="distance">How many changes steps are apart.</param>
    internal void Prepare(Span<PlannedUpdate> ring, int entering, int count, int distance)
    {
        int at = entering;
        if ((uint)at < (uint)count) FindLeaf(ref ring[at & RingMask]);
        at -= distance;
        if ((uint)at < (uint)count) FindPlace(ref ring[at & RingMask]);
        at -= distance;
        if ((uint)at < (uint)count) Foresee(ref ring[at & RingMask]);
        at -= distance;
        if ((uint)at < (uint)count) FindAbove(ref ring[at & RingMask]);
        at -= distance;
        if ((uint)at < (uint)count) FindTarget(ref ring[at & RingMask]);
    }

    /// <summary>First: which leaf a member is in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FindLeaf(ref PlannedUpdate update) => update.Node = FindLeaf(update.Score.Member);

    /// <summary>Second: where in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FindPlace(ref PlannedUpdate update) =>
        update.Place = _ranking.FetchPlace(update.Node, update.Score.Member);

    /// <summary>Third: what key it gets, and whether it moves for it.</summary>
    internal void Foresee(ref PlannedUpdate update)
    {
        (int member, long score, ScoreOperator operation) = update.Score;
        bool isIn = _ranking.IsAt(update.Place, member);
        long before = 0, after = 0;
        if (isIn) before = ScoreOf(_ranking.KeyAt(update.Place));
        else if (operation == ScoreOperator.Best) operation = ScoreOperator.Set;
        update.IsMove = member >= 0 && TryCombine(before, score, operation, out after);
        if (!update.IsMove) return;
        update.Key = new RankKey(Sortable(after), _sequence << 1);
        if (!isIn) return;
        update.IsMove = after != before && !_ranking.IsBetweenNeighbours(update.Place, member, in update.Key);
        if (update.IsMove) _ranking.FetchKeys(update.Place);
    }

    /// <summary>Fourth: the node above the leaf it moves into. O(log n).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FindAbove(ref PlannedUpdate update) =>
        update.Node = update.IsMove ? _ranking.FetchAbove(update.Place, update.Score.Member, in update.Key) : NoHint;

    /// <summary>Fifth: that leaf. O(log n).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FindTarget(ref PlannedUpdate update) =>
        update.Node = _ranking.FetchTarget(update.Score.Member, in update.Key, update.Node);

    /// <summary>Changes a score, as it was foreseen or otherwise. O(log n).</summary>
    internal ScoreChange Update(in PlannedUpdate update)
    {
        int member = update.Score.Member;
        TreePlace place = _ranking.IsAt(update.Place, member) ? update.Place : _ranking.PlaceOf(member);
        return Update(place, in update.Score, update.Node);
    }

    /// <summary>First step to a member's neighbours: the leaf it is in, or -1.</summary>
    internal int FindLeaf(int member) => member < 0 ? NoHint : _ranking.FetchItems(member);

    /// <summary>Second: where in it. Nothing may have changed since the first.</summary>
    internal TreePlace FindAround(int leaf, int member, int before, int behind) =>
        _ranking.FetchAround(leaf, member, before, behind);

    /// <summary>Third: the neighbours.</summary>
    internal int AroundAt(TreePlace place, int member, int before, Span<RankedEntry> rows) =>
        place.IsEnd || rows.IsEmpty ? 0 : AroundPlace(place, before, rows, new EntryMaker(member));
}
