using BenchmarkDotNet.Attributes;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>One house that stays in the cache: what the structure itself costs.</summary>
public class MicroSeatMap
{
    private SeatMap _map = null!;
    private HoldRequest _free;
    private HoldRequest _taken;

    [GlobalSetup]
    public void SetUp()
    {
        _map = new SeatMap(HoldWorkload.SeatCount, [], SeatMap.MaxHolds);
        _taken = Request(1, 2, 3, 4);
        _map.Hold(in _taken);
        _free = Request(100, 333, 555, 999);
    }

    [Benchmark]
    public bool HoldAndRelease()
    {
        SeatOutcome outcome = _map.Hold(in _free);
        return _map.Release(outcome.Token, out _) == SeatResult.Ok;
    }

    [Benchmark]
    public bool HoldTakenSeats() => _map.Hold(in _taken).IsOk;

    [Benchmark]
    public bool CanHold() => _map.CanHold(in _free).IsOk;

    [Benchmark]
    public bool HoldAndExpire()
    {
        bool isHeld = _map.Hold(_free with { ExpiryMs = HoldWorkload.StartMs }).IsOk;
        return isHeld && _map.ExpireDue(HoldWorkload.StartMs) == 1;
    }

    private static HoldRequest Request(params ReadOnlySpan<ushort> seats) =>
        new() { Owner = 1, ExpiryMs = HoldWorkload.StartMs + HoldWorkload.HoldMs, Seats = new SeatList(seats) };
}
