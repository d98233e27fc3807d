namespace Catalog.Engine.Booking;

/// <summary>A plan as masks of seats, a word a block, shared by all showtimes with that plan. Immutable.</summary>
internal sealed class SeatPlanMasks
{
    private readonly ulong[] _all;
    private readonly ulong[] _standard;

    /// <summary>Lays the masks out. O(seats).</summary>
    public SeatPlanMasks(SeatPlan plan)
    {
        Plan = plan;
        _all = new ulong[plan.BlockCount];
        _standard = new ulong[plan.BlockCount];
        for (int seat = 0; seat < plan.SeatCount; seat++)
        {
            _all[plan.BlockOf(seat)] |= BitOf(seat);
            if (plan.KindOf(seat) == SeatKind.Standard) _standard[plan.BlockOf(seat)] |= BitOf(seat);
        }
    }

    /// <summary>The plan.</summary>
    public SeatPlan Plan { get; }

    /// <summary>The seats of each block.</summary>
    public ReadOnlySpan<ulong> All => _all;

    /// <summary>The seats of each block that are meant for anyone.</summary>
    public ReadOnlySpan<ulong> Standard => _standard;

    /// <summary>A seat's bit in its block's word.</summary>
    public ulong BitOf(int seat) => 1UL << (seat - Plan.Block(Plan.BlockOf(seat)).FirstSeat);
}
