using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Booking;

/// <summary>The ladder by trying everything: seats as a list of records, no bits, no pruning.</summary>
internal sealed class BestAvailableOracle(SeatPlan plan, SeatMap map)
{
    private bool[] _usable = [];
    private int _accessible;

    public (BestAvailableRung Rung, ushort[] Seats) Find(
        int count, int accessible, ulong zones, bool orphans, bool split)
    {
        _accessible = accessible;
        _usable = Usable(zones, false);
        ushort[]? found = Together(count, false);
        if (found is not null) return (BestAvailableRung.Together, found);
        found = orphans ? Together(count, true) : null;
        if (found is not null) return (BestAvailableRung.TogetherWithOrphan, found);
        _usable = Usable(zones, true);
        found = accessible == 0 ? Together(count, orphans) : null;
        if (found is not null) return (BestAvailableRung.TogetherWithCompanion, found);
        if (!split || count == 1) return (BestAvailableRung.None, []);
        found = Split(count);
        if (found is not null) return (BestAvailableRung.Split, found);
        found = Singles(count);
        return found is null ? (BestAvailableRung.None, []) : (BestAvailableRung.Singles, found);
    }

    private bool[] Usable(ulong zones, bool companions)
    {
        var usable = new bool[plan.SeatCount];
        for (int seat = 0; seat < usable.Length; seat++)
        {
            bool kind = _accessible > 0 || plan.KindOf(seat) == SeatKind.Standard
                || (companions && plan.KindOf(seat) == SeatKind.Companion);
            usable[seat] = kind && map.StatusOf(seat) == SeatStatus.Free && ((zones >> plan.ZoneOf(seat)) & 1) == 1;
        }

        return usable;
    }

    private ushort[]? Together(int count, bool orphans)
    {
        ushort[]? best = null;
        double bestCost = double.MaxValue;
        foreach (ushort[] group in Groups(count))
        {
            if (group.Count(IsAccessible) != _accessible || (!orphans && LeavesOrphan(group))) continue;
            double cost = Distance(group, plan.FocalRow, plan.FocalX);
            if (cost >= bestCost) continue;
            (best, bestCost) = (group, cost);
        }

        return best;
    }

    private ushort[]? Split(int count)
    {
        for (int larger = (count + 1) / 2; larger < count; larger++)
        {
            ushort[]? best = null;
            double bestCost = double.MaxValue;
            foreach (ushort[] first in Groups(larger))
            {
                double x = first.Average(seat => plan.XOf(seat));
                foreach (ushort[] second in Groups(count - larger))
                {
                    if (Math.Abs(plan.RowOf(second[0]) - plan.RowOf(first[0])) > 1) continue;
                    if (first.Intersect(second).Any()) continue;
                    if (first.Concat(second).Count(IsAccessible) != _accessible) continue;
                    double cost = Distance(first, plan.FocalRow, plan.FocalX)
                        + Distance(second, plan.RowOf(first[0]), x);
                    if (cost >= bestCost) continue;
                    (best, bestCost) = ([.. first, .. second], cost);
                }
            }

            if (best is not null) return best;
        }

        return null;
    }

    private ushort[]? Singles(int count)
    {
        ushort[] accessible = [.. Nearest(true, plan.FocalRow, plan.FocalX).Take(_accessible)];
        if (accessible.Length < _accessible) return null;
        (int row, int x) = _accessible == 0 ? (plan.FocalRow, plan.FocalX)
            : (plan.RowOf(accessible[0]), plan.XOf(accessible[0]));
        ushort[] all = [.. accessible, .. Nearest(false, row, x).Take(count - _accessible)];
        return all.Length == count ? all : null;
    }

    private IOrderedEnumerable<ushort> Nearest(bool accessible, int row, double x) =>
        Groups(1).Select(group => group[0]).Where(seat => IsAccessible(seat) == accessible)
            .OrderBy(seat => Distance([seat], row, x)).ThenBy(seat => seat);

    private IEnumerable<ushort[]> Groups(int count)
    {
        for (int seat = 0; seat + count <= plan.SeatCount; seat++)
        {
            ushort[] group = [.. Enumerable.Range(seat, count).Select(s => (ushort)s)];
            if (group.All(s => _usable[s] && plan.BlockOf(s) == plan.BlockOf(seat))) yield return group;
        }
    }

    private bool LeavesOrphan(ushort[] group) =>
        IsOrphan(group[0] - 1, group[0] - 2, group[0]) || IsOrphan(group[^1] + 1, group[^1] + 2, group[0]);

    private bool IsOrphan(int seat, int neighbour, int block) => IsOpen(seat, block) && !IsOpen(neighbour, block);

    private bool IsOpen(int seat, int other) =>
        seat >= 0 && seat < plan.SeatCount && plan.BlockOf(seat) == plan.BlockOf(other)
        && plan.KindOf(seat) == SeatKind.Standard && map.StatusOf(seat) == SeatStatus.Free;

    private bool IsAccessible(ushort seat) => plan.KindOf(seat) == SeatKind.Accessible;

    private double Distance(ushort[] group, int row, double x)
    {
        double dx = group.Average(seat => plan.XOf(seat)) - x;
        double dy = SeatPlan.RowPitch * (plan.RowOf(group[0]) - row);
        return (dx * dx) + (dy * dy);
    }
}
