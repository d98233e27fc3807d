using System.Numerics;

namespace Catalog.Engine.Booking;

/// <summary>
/// Chooses the best free seats for a party. It only reads, so the single writer runs it and holds the answer in one
/// step: no two parties are shown the same best seats.
/// </summary>
/// <remarks>
/// <para>The ladder, each rung tried only when the one above finds nothing:</para>
/// <list type="number">
/// <item>side by side in one block without leaving an orphan: a free standard seat next to the group whose other
/// neighbour is none;</item>
/// <item>side by side with an orphan, if <see cref="BestAvailableRequest.AllowOrphans"/>;</item>
/// <item>side by side, companion seats included; orphans as allowed;</item>
/// <item>in two groups in the same or neighbouring rows, the halves as equal as can be, if
/// <see cref="BestAvailableRequest.AllowSplit"/>; companion seats included, orphans not looked at;</item>
/// <item>the nearest single seats, likewise.</item>
/// </list>
/// <para>A group's cost is the squared distance of its centre from the focal point, rows
/// <see cref="SeatPlan.RowPitch"/> half seats apart; for two groups the first (larger) one's cost plus the squared
/// distance of the second's centre from it. Equal costs: the lower seat wins, so the answer is a function of plan and
/// map alone.</para>
/// <para>Accessible seats are given only to parties that ask for them, exactly as many as they ask for, and such a
/// party sits in seats of any kind next to them on all rungs; the third is not needed. One by one, the others sit as
/// near as they can to the accessible seat that is nearest to the focal point.</para>
/// <para>A block is one word: its free seats are cut out of the map's bits, and <c>m &amp; m&gt;&gt;1 &amp; …</c>
/// leaves the starts of long enough runs. So a rung costs O(blocks), rows further away than the best answer are not
/// looked at, and full blocks cost nothing further. Blocks in which only some zones are wanted cost O(seats). The
/// fourth rung costs O(starts × blocks of three rows), at its worst when nothing fits. 0 B. Thread-safe when nobody
/// writes the map.</para>
/// </remarks>
public static class BestAvailable
{
    /// <summary>Finds the best seats for a party.</summary>
    /// <param name="request">What it wants.</param>
    /// <param name="plan">The plan of the map.</param>
    /// <param name="map">The seats.</param>
    /// <param name="seats">As many seats as asked for, or none.</param>
    /// <param name="rung">How well it could be seated.</param>
    /// <returns>Whether it could be seated.</returns>
    /// <exception cref="ArgumentException">The request is not valid, or plan and map differ in size.</exception>
    public static bool Find(
        in BestAvailableRequest request, SeatPlan plan, SeatMap map, out SeatList seats, out BestAvailableRung rung)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(map);
        if (plan.SeatCount != map.SeatCount) throw new ArgumentException("Plan and map differ in size.", nameof(map));
        ulong zones = Check(in request, plan);
        seats = default;
        rung = BestAvailableRung.None;
        if (zones == 0 || map.FreeCount < request.Count) return false;
        var search = new BestAvailableSearch(in request, plan, map, zones);
        rung = Climb(ref search, in request, out seats);
        return rung != BestAvailableRung.None;
    }

    private static BestAvailableRung Climb(
        ref BestAvailableSearch search, in BestAvailableRequest request, out SeatList seats)
    {
        if (search.Together(false, false, out seats)) return BestAvailableRung.Together;
        if (request.AllowOrphans && search.Together(false, true, out seats))
        {
            return BestAvailableRung.TogetherWithOrphan;
        }

        if (request.AccessibleCount == 0 && search.Together(true, request.AllowOrphans, out seats))
        {
            return BestAvailableRung.TogetherWithCompanion;
        }

        if (!request.AllowSplit || request.Count == 1) return BestAvailableRung.None;
        if (search.Split(out seats)) return BestAvailableRung.Split;
        return search.Singles(out seats) ? BestAvailableRung.Singles : BestAvailableRung.None;
    }

    // The zones that are wanted and not too dear.
    private static ulong Check(in BestAvailableRequest request, SeatPlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Count, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Count, SeatList.MaxCount, nameof(request));
        ArgumentOutOfRangeException.ThrowIfNegative(request.AccessibleCount, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.AccessibleCount, request.Count, nameof(request));
        if ((request.FocalRow is { } row && (uint)row >= (uint)plan.RowCount)
            || (request.FocalX is { } x && (uint)x > (uint)plan.Width))
        {
            throw new ArgumentException("The focal point lies outside of the plan.", nameof(request));
        }

        ulong zones = ulong.MaxValue >> (64 - plan.ZoneCount);
        if (request.ZoneMask != 0) zones &= request.ZoneMask;
        if (request.MaxPriceCents is not { } most) return zones;
        if (request.ZonePricesCents.Length < plan.ZoneCount)
        {
            throw new ArgumentException("A price for every zone is needed to keep to a highest one.", nameof(request));
        }

        for (ulong left = zones; left != 0; left &= left - 1)
        {
            int zone = BitOperations.TrailingZeroCount(left);
            if (request.ZonePricesCents[zone] > most) zones &= ~(1UL << zone);
        }

        return zones;
    }
}
