using Catalog.Engine.Booking;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Booking;

public sealed class AdmissionGateTests
{
    private static readonly GateOptions Options = new()
    {
        WaitingCapacity = 30,
        PassCapacity = 8,
        PassLifetimeMs = 1000,
        OvercommitPercent = 150,
        PartySizeHundredths = 250,
        PatienceMs = 800,
    };

    private static readonly GateSupply Plenty = new(1000, 0, 0);

    private readonly AdmissionGate _gate = new(Options);
    private readonly ulong[] _admitted = new ulong[100];

    [Fact]
    public void Passes_follow_the_supply()
    {
        for (ulong visitor = 1; visitor <= 20; visitor++) _gate.Arrive(visitor, Plenty, 0);
        Assert.Equal(8, _gate.CountToAdmit(Plenty, 0));
        Assert.Equal(3, _gate.CountToAdmit(new GateSupply(3, 1, 9), 0));
        Assert.Equal(1, _gate.CountToAdmit(new GateSupply(1, 0, 0), 0));
        Assert.Equal(0, _gate.CountToAdmit(new GateSupply(0, 0, 9), 0));
        Assert.Equal(3, _gate.Admit(0, _admitted.AsSpan(0, 3)));
        Assert.Equal([1, 2, 3], _admitted[..3]);
        Assert.Equal(0, _gate.CountToAdmit(new GateSupply(3, 1, 9), 0));
        Assert.Equal(3, _gate.CountToAdmit(new GateSupply(3, 1, 9), 1000));
        Assert.Equal(GateResult.Admitted, _gate.Find(3, 999));
        Assert.Equal(GateResult.Unknown, _gate.Find(3, 1000));
        Assert.Equal((1, 17), (_gate.PositionOf(4), _gate.PositionOf(20)));
    }

    [Fact]
    public void Whoever_leaves_makes_room()
    {
        for (ulong visitor = 1; visitor <= 20; visitor++) _gate.Arrive(visitor, Plenty, 0);
        Assert.Equal(8, _gate.Admit(0, _admitted));
        Assert.Equal(0, _gate.Admit(1, _admitted));
        Assert.True(_gate.Leave(5));
        Assert.True(_gate.Leave(9));
        Assert.False(_gate.Leave(9));
        Assert.Equal(1, _gate.Admit(2, _admitted));
        Assert.Equal(10ul, _admitted[0]);
        Assert.Equal(8, _gate.ExpirePasses(1002));
        Assert.Equal(GateResult.Waiting, _gate.Arrive(1, Plenty, 1002));
        Assert.Equal(11, _gate.PositionOf(1));
    }

    [Fact]
    public void A_sold_out_or_full_gate_says_so()
    {
        Assert.Equal(GateResult.SoldOut, _gate.Arrive(1, new GateSupply(0, 0, 0), 0));
        Assert.Equal(GateResult.Waiting, _gate.Arrive(1, new GateSupply(0, 0, 1), 0));
        Assert.Equal(GateResult.Waiting, _gate.Arrive(1, new GateSupply(0, 0, 0), 0));
        for (ulong visitor = 2; visitor <= 30; visitor++) _gate.Arrive(visitor, Plenty, 0);
        Assert.Equal(GateResult.Full, _gate.Arrive(31, Plenty, 0));
        Assert.Equal(30, _gate.WaitingCount);
    }

    [Fact]
    public void The_wait_is_estimated_by_the_pace_of_admission()
    {
        for (ulong visitor = 1; visitor <= 30; visitor++) _gate.Arrive(visitor, Plenty, 0);
        Assert.Equal(-1, _gate.EstimateWaitMs(30, 0));
        _gate.Admit(15_000, _admitted.AsSpan(0, 2));
        _gate.Admit(30_000, _admitted.AsSpan(0, 4));
        Assert.Equal(24 * 30_000 / 6, _gate.EstimateWaitMs(30, 30_000));
        Assert.Equal(0, _gate.EstimateWaitMs(1, 30_000));
        Assert.Equal(24 * 120_000 / 4, _gate.EstimateWaitMs(30, 135_000));
        Assert.Equal(-1, _gate.EstimateWaitMs(30, 10_000_000));
    }

    [Fact]
    public void Supply_is_read_from_the_map()
    {
        var map = new SeatMap(10, [5], 9);
        map.Hold(SeatMapTests.Request([1, 2], 100) with { Places = 1 });
        map.Hold(SeatMapTests.Request([3], 900));
        Assert.Equal(new GateSupply(7 + 4, 3, 4), GateSupply.Of(map, 0, 500));
        Assert.True(GateSupply.Of(new SeatMap(0, [], 1), 0, 1).IsSoldOut);
    }

    [Fact]
    public void Wrong_options_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new AdmissionGate(Options with { PassCapacity = 0 }));
        Assert.Throws<ArgumentException>(() => new AdmissionGate(Options with { OvercommitPercent = 0 }));
        Assert.Throws<ArgumentException>(() => new AdmissionGate(Options with { PartySizeHundredths = 99 }));
    }

    [Fact]
    public void It_does_what_plain_lists_do() => Seeds.Check(Prop.ForAll<byte[]>(steps =>
    {
        var gate = new AdmissionGate(Options);
        var waiting = new List<ulong>();
        var passes = new List<(ulong Visitor, long ExpiryMs)>();
        var heard = new Dictionary<ulong, long>();
        var admitted = new ulong[4];
        long nowMs = 0;
        foreach (byte step in steps)
        {
            nowMs += step;
            ulong visitor = (ulong)(step & 31);
            if (step < 150) Arrive(gate, waiting, passes, visitor, nowMs);
            else if (step < 190) AdmitBoth(gate, waiting, passes, admitted, nowMs);
            else LeaveBoth(gate, waiting, passes, visitor);
            foreach (ulong v in waiting) heard.TryAdd(v, nowMs);
            foreach (ulong v in heard.Keys.Except(waiting).ToArray()) heard.Remove(v);
            if (step % 3 == 0) HearOrDrop(gate, waiting, heard, visitor, nowMs);
            if (step % 5 == 0) gate = Copy(gate);
            gate.CheckInvariants();
            for (ulong v = 0; v < 32; v++) Assert.Equal(waiting.IndexOf(v) + 1, gate.PositionOf(v));
            for (ulong v = 0; v < 32; v++) Assert.Equal(Expect(waiting, passes, v, nowMs), gate.Find(v, nowMs));
        }

        return true;
    }), 100);

    [Fact]
    public void Nothing_is_allocated_once_grown()
    {
        ulong next = 0;
        AllocationGate.AssertNone(() =>
        {
            _gate.Arrive(next++, Plenty, (long)next * 100);
            _gate.Admit((long)next * 100, _admitted.AsSpan(0, 1));
            _gate.EstimateWaitMs(next, (long)next * 100);
            _gate.Hear(next - 1, (long)next * 100);
            _gate.DropSilent((long)next * 100, _gate.CountSilent((long)next * 100));
        });
    }

    private static void Arrive(
        AdmissionGate gate, List<ulong> waiting, List<(ulong Visitor, long ExpiryMs)> passes, ulong visitor, long nowMs)
    {
        GateResult expected = Expect(waiting, passes, visitor, nowMs);
        bool joins = expected == GateResult.Unknown;
        if (joins) expected = waiting.Count < Options.WaitingCapacity ? GateResult.Waiting : GateResult.Full;
        Assert.Equal(expected, gate.CanArrive(visitor, Plenty, nowMs));
        Assert.Equal(expected, gate.Arrive(visitor, Plenty, nowMs));
        if (!joins || expected != GateResult.Waiting) return;
        passes.RemoveAll(pass => pass.Visitor == visitor);
        waiting.Add(visitor);
    }

    private static void AdmitBoth(
        AdmissionGate gate, List<ulong> waiting, List<(ulong Visitor, long ExpiryMs)> passes, ulong[] room, long nowMs)
    {
        int count = gate.Admit(nowMs, room);
        passes.RemoveAll(pass => pass.ExpiryMs <= nowMs);
        int expected = Math.Min(Math.Min(room.Length, waiting.Count), Options.PassCapacity - passes.Count);
        Assert.Equal(expected, count);
        Assert.Equal(waiting.Take(count), room.Take(count));
        foreach (ulong visitor in waiting.Take(count)) passes.Add((visitor, nowMs + Options.PassLifetimeMs));
        waiting.RemoveRange(0, count);
        Assert.Equal(passes.Count, gate.PassCount);
    }

    private static void HearOrDrop(
        AdmissionGate gate, List<ulong> waiting, Dictionary<ulong, long> heard, ulong visitor, long nowMs)
    {
        Assert.Equal(waiting.Contains(visitor), gate.Hear(visitor, nowMs));
        if (waiting.Contains(visitor)) heard[visitor] = nowMs;
        Assert.Equal(heard.Count == 0 ? long.MaxValue : heard.Values.Min() + Options.PatienceMs, gate.NextSilentMs);
        int silent = waiting.RemoveAll(v => heard[v] + Options.PatienceMs <= nowMs);
        Assert.Equal(silent, gate.CountSilent(nowMs));
        Assert.Equal(silent, gate.DropSilent(nowMs, silent));
        foreach (ulong v in heard.Keys.Except(waiting).ToArray()) heard.Remove(v);
        foreach (ulong v in waiting) Assert.Equal(heard[v], gate.LastHeardMs(v));
    }

    private static void LeaveBoth(
        AdmissionGate gate, List<ulong> waiting, List<(ulong Visitor, long ExpiryMs)> passes, ulong visitor)
    {
        bool waited = waiting.Remove(visitor);
        bool inside = passes.RemoveAll(pass => pass.Visitor == visitor) > 0;
        Assert.Equal(waited || inside, gate.Leave(visitor));
    }

    private static GateResult Expect(
        List<ulong> waiting, List<(ulong Visitor, long ExpiryMs)> passes, ulong visitor, long nowMs)
    {
        if (passes.Exists(pass => pass.Visitor == visitor && pass.ExpiryMs > nowMs)) return GateResult.Admitted;
        return waiting.Contains(visitor) ? GateResult.Waiting : GateResult.Unknown;
    }

    private static AdmissionGate Copy(AdmissionGate gate)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        gate.Write(ref writer);
        writer.Flush();
        var reader = new MessagePackReader(buffer.WrittenSpan);
        AdmissionGate copy = AdmissionGate.Read(Options, ref reader);
        Assert.True(reader.End);
        Assert.Equal(gate.StateHash(), copy.StateHash());
        return copy;
    }
}
