namespace Catalog.Engine.Booking;

/// <summary>
/// A copy of a showtime's seats at one moment, filled by <see cref="ReadSeats"/>. Reusable: it keeps its arrays. Owned
/// by the caller again once the query is answered.
/// </summary>
public sealed partial class SeatsCopy
{
    private byte[] _statuses = [];
    private AreaCounts[] _areas = [];

    /// <summary>
    /// Whether holds past their time still count as held until that is announced: the seats exactly as of
    /// <see cref="MapVersion"/>, for who applies the facts that follow.
    /// </summary>
    public bool KeepsLapsed { get; init; }

    /// <summary>The plan; null when the showtime is not open.</summary>
    public SeatPlan? Plan { get; private set; }

    /// <summary>The terms; null when the showtime is not open.</summary>
    public ShowtimeTerms? Terms { get; private set; }

    /// <summary>The seat map's version: what the first difference after this copy follows on.</summary>
    public ulong MapVersion { get; private set; }

    /// <summary>A <see cref="SeatStatus"/> a seat.</summary>
    public ReadOnlySpan<byte> Statuses => _statuses.AsSpan(0, Plan?.SeatCount ?? 0);

    /// <summary>The general-admission areas.</summary>
    public ReadOnlySpan<AreaCounts> Areas => _areas.AsSpan(0, Plan?.AreaCount ?? 0);

    internal void Fill(ShowtimeState state, long nowMs)
    {
        Plan = state.Plan;
        Terms = state.Terms;
        if (state.Map is not { } map) return;
        MapVersion = map.Version;
        if (_statuses.Length < map.SeatCount) _statuses = new byte[map.SeatCount];
        if (_areas.Length < map.AreaCount) _areas = new AreaCounts[map.AreaCount];
        map.CopyStatuses(_statuses);
        for (int i = 0; i < map.AreaCount; i++) _areas[i] = map.Area(i);
        if (KeepsLapsed) return;
        foreach (HoldRecord hold in map.PeekLapsed(nowMs)) Free(in hold);
    }

    /// <summary>A hold past its time is free, whether or not anybody has noticed yet.</summary>
    private void Free(in HoldRecord hold)
    {
        foreach (ushort seat in hold.Seats.Span) _statuses[seat] = (byte)SeatStatus.Free;
        if (hold.Places > 0) _areas[hold.Area] = _areas[hold.Area] with { Held = _areas[hold.Area].Held - hold.Places };
    }
}
