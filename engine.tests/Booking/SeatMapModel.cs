using Catalog.Engine.Booking;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

/// <summary>
/// A seat map of dictionaries and lists, as slow and as plain as can be, beside a real one: every operation runs on
/// both, and everything that can be seen must agree.
/// </summary>
internal sealed class SeatMapModel
{
    private readonly Dictionary<int, SeatStatus> _seats = [];
    private readonly List<ModelHold> _holds = [];
    private readonly List<HoldToken> _given = [];
    private readonly int _capacity;
    private readonly int _maxHolds;
    private int _placesSold;
    private int _placesBlocked;
    private ulong _generation;
    private ulong _version;

    public SeatMapModel(int seatCount, int capacity, int maxHolds)
    {
        for (int seat = 0; seat < seatCount; seat++) _seats[seat] = SeatStatus.Free;
        _capacity = capacity;
        _maxHolds = maxHolds;
        Real = new SeatMap(seatCount, [capacity], maxHolds);
    }

    public SeatMap Real { get; private set; }

    private int PlacesHeld => _holds.Sum(hold => hold.Request.Places);

    public HoldToken Given(int index) => _given.Count == 0 ? HoldToken.None : _given[index % _given.Count];

    public void Hold(HoldRequest request)
    {
        SeatResult expected = Expect([.. request.Seats.Span], request.Area, request.Places);
        if (expected == SeatResult.Ok && _holds.Count == _maxHolds) expected = SeatResult.TableFull;
        SeatOutcome foretold = Real.CanHold(in request);
        SeatOutcome outcome = Real.Hold(in request);
        Assert.Equal(foretold, outcome);
        Assert.Equal(expected, outcome.Result);
        if (expected != SeatResult.Ok) return;
        Assert.DoesNotContain(_holds, hold => hold.Token.Slot == outcome.Token.Slot);
        Give(outcome.Token);
        foreach (ushort seat in request.Seats.Span) _seats[seat] = SeatStatus.Held;
        Insert(new ModelHold(outcome.Token, request));
    }

    public void Confirm(HoldToken token)
    {
        ModelHold? hold = Check(token, Real.Confirm(token, out HoldRecord record), record);
        if (hold is null) return;
        foreach (ushort seat in hold.Request.Seats.Span) _seats[seat] = SeatStatus.Sold;
        _placesSold += hold.Request.Places;
        _version++;
    }

    public void Release(HoldToken token)
    {
        ModelHold? hold = Check(token, Real.Release(token, out HoldRecord record), record);
        if (hold is null) return;
        foreach (ushort seat in hold.Request.Seats.Span) _seats[seat] = SeatStatus.Free;
        _version++;
    }

    public void Extend(HoldToken token, long expiryMs)
    {
        HoldToken foretold = Real.NextTokenFor(token);
        ModelHold? hold = Fence(token, Real.Extend(token, expiryMs), foretold);
        if (hold is null) return;
        _holds.Remove(hold);
        Insert(new ModelHold(foretold, hold.Request with { ExpiryMs = expiryMs }));
    }

    public void Transfer(HoldToken token, ulong owner)
    {
        HoldToken foretold = Real.NextTokenFor(token);
        ModelHold? hold = Fence(token, Real.Transfer(token, owner), foretold);
        if (hold is null) return;
        _holds[_holds.IndexOf(hold)] = new ModelHold(foretold, hold.Request with { Owner = owner });
    }

    public void Expire(long nowMs, int maxCount)
    {
        ModelHold[] due = [.. _holds.Where(hold => hold.Request.ExpiryMs <= nowMs).Take(maxCount)];
        Assert.Equal(due.Select(hold => hold.Token), Tokens(Real.PeekLapsed(nowMs, maxCount)));
        Assert.Equal(_holds.Count(hold => hold.Request.ExpiryMs <= nowMs), Real.CountLapsed(nowMs));
        Assert.Equal(due.Length, Real.ExpireDue(nowMs, maxCount));
        foreach (ModelHold hold in due)
        {
            foreach (ushort seat in hold.Request.Seats.Span) _seats[seat] = SeatStatus.Free;
            _holds.Remove(hold);
        }

        if (due.Length > 0) _version++;
    }

    public void Sell(ushort[] seats, int places)
    {
        SeatResult expected = Expect(seats, 0, places);
        Assert.Equal(expected, Real.SellDirect(seats, 0, places).Result);
        if (expected != SeatResult.Ok) return;
        foreach (ushort seat in seats) _seats[seat] = SeatStatus.Sold;
        _placesSold += places;
        _version++;
    }

    public void Unsell(ushort[] seats, int places)
    {
        SeatResult expected = Change(seats, SeatStatus.Sold, places == 0, SeatResult.SeatNotSold);
        if (expected == SeatResult.Ok && places > _placesSold) expected = SeatResult.PlacesNotSold;
        Assert.Equal(expected, Real.Unsell(seats, 0, places).Result);
        if (expected != SeatResult.Ok) return;
        foreach (ushort seat in seats) _seats[seat] = SeatStatus.Free;
        _placesSold -= places;
        _version++;
    }

    public void Block(ushort[] seats)
    {
        SeatResult expected = seats.Length == 0 ? SeatResult.Empty : Expect(seats, 0, 0);
        Assert.Equal(expected, Real.Block(seats).Result);
        if (expected != SeatResult.Ok) return;
        foreach (ushort seat in seats) _seats[seat] = SeatStatus.Blocked;
        _version++;
    }

    public void Unblock(ushort[] seats)
    {
        SeatResult expected = Change(seats, SeatStatus.Blocked, true, SeatResult.SeatNotBlocked);
        Assert.Equal(expected, Real.Unblock(seats).Result);
        if (expected != SeatResult.Ok) return;
        foreach (ushort seat in seats) _seats[seat] = SeatStatus.Free;
        _version++;
    }

    public void BlockPlaces(int places)
    {
        int free = _capacity - PlacesHeld - _placesSold - _placesBlocked;
        SeatResult expected =
            places <= 0 ? SeatResult.Empty : places > free ? SeatResult.AreaFull : SeatResult.Ok;
        Assert.Equal(expected, Real.CanBlockPlaces(0, places).Result);
        Assert.Equal(expected, Real.BlockPlaces(0, places).Result);
        Assert.Equal(SeatResult.NoSuchArea, Real.BlockPlaces(1, 1).Result);
        if (expected != SeatResult.Ok) return;
        _placesBlocked += places;
        _version++;
    }

    public void UnblockPlaces(int places)
    {
        SeatResult expected = places <= 0 ? SeatResult.Empty
            : places > _placesBlocked ? SeatResult.PlacesNotBlocked : SeatResult.Ok;
        Assert.Equal(expected, Real.CanUnblockPlaces(0, places).Result);
        Assert.Equal(expected, Real.UnblockPlaces(0, places).Result);
        if (expected != SeatResult.Ok) return;
        _placesBlocked -= places;
        _version++;
    }

    public void Reload()
    {
        SeatMap copy = Copy(Real);
        Assert.Equal(Real.StateHash(), copy.StateHash());
        Real = copy;
    }

    /// <summary>Compares everything that can be seen, and checks the invariants.</summary>
    public void CheckAll(long nowMs)
    {
        Real.CheckInvariants();
        foreach ((int seat, SeatStatus status) in _seats) Assert.Equal(status, Real.StatusOf(seat));
        Assert.Equal(Count(SeatStatus.Free), Real.FreeCount);
        Assert.Equal(Count(SeatStatus.Held), Real.HeldCount);
        Assert.Equal(Count(SeatStatus.Sold), Real.SoldCount);
        Assert.Equal(Count(SeatStatus.Blocked), Real.BlockedCount);
        Assert.Equal(new AreaCounts(_capacity, PlacesHeld, _placesSold, _placesBlocked), Real.Area(0));
        Assert.Equal(_holds.Select(hold => hold.Token), Tokens(Real.Holds()));
        Assert.Equal(_holds.Count, Real.HoldCount);
        Assert.Equal(_holds.Count == 0 ? long.MaxValue : _holds[0].Request.ExpiryMs, Real.NextExpiryMs);
        Assert.Equal(_version, Real.Version);
        Assert.Equal(_generation + 1, Real.NextToken.Generation);
        Assert.Equal(Expiring(nowMs + 2), Real.ExpiringWithin(nowMs, 2));
        foreach (HoldToken token in _given) CheckFind(token, nowMs);
    }

    internal static SeatMap Copy(SeatMap map)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        map.Write(ref writer);
        writer.Flush();
        var reader = new MessagePackReader(buffer.WrittenSpan);
        SeatMap copy = SeatMap.Read(ref reader);
        Assert.True(reader.End);
        return copy;
    }

    private void CheckFind(HoldToken token, long nowMs)
    {
        ModelHold? hold = _holds.Find(h => h.Token == token);
        HoldStatus expected = hold is null ? HoldStatus.Unknown
            : hold.Request.ExpiryMs > nowMs ? HoldStatus.Alive : HoldStatus.Lapsed;
        Assert.Equal(expected, Real.Find(token, nowMs, out HoldRecord record));
        if (hold is not null) CheckRecord(hold, record);
    }

    private static void CheckRecord(ModelHold hold, HoldRecord record)
    {
        HoldRequest r = hold.Request;
        Assert.Equal(r.Seats, record.Seats);
        Assert.Equal((r.Owner, r.ExpiryMs, r.AmountCents), (record.Owner, record.ExpiryMs, record.AmountCents));
        Assert.Equal((r.Places, r.Kind), (record.Places, record.Kind));
    }

    // What taking these seats and places must answer, in the order the map documents its answers.
    private SeatResult Expect(ushort[] seats, int area, int places)
    {
        if (seats.Length == 0 && places == 0) return SeatResult.Empty;
        if (places > 10) return SeatResult.TooMany;
        if (places > 0 && area != 0) return SeatResult.NoSuchArea;
        SeatResult result = Change(seats, SeatStatus.Free, false, SeatResult.SeatTaken);
        if (result != SeatResult.Ok) return result;
        return places > _capacity - PlacesHeld - _placesSold - _placesBlocked ? SeatResult.AreaFull : SeatResult.Ok;
    }

    private SeatResult Change(ushort[] seats, SeatStatus from, bool refuseEmpty, SeatResult wrong)
    {
        if (seats.Length == 0 && refuseEmpty) return SeatResult.Empty;
        var seen = new HashSet<int>();
        foreach (ushort seat in seats)
        {
            if (!_seats.TryGetValue(seat, out SeatStatus status)) return SeatResult.NoSuchSeat;
            if (status != from)
            {
                return from == SeatStatus.Free && status == SeatStatus.Blocked ? SeatResult.SeatBlocked : wrong;
            }

            if (!seen.Add(seat)) return SeatResult.DuplicateSeat;
        }

        return SeatResult.Ok;
    }

    private ModelHold? Check(HoldToken token, SeatResult result, HoldRecord record)
    {
        ModelHold? hold = _holds.Find(h => h.Token == token);
        Assert.Equal(hold is null ? SeatResult.UnknownHold : SeatResult.Ok, result);
        if (hold is null) return null;
        CheckRecord(hold, record);
        _holds.Remove(hold);
        return hold;
    }

    private ModelHold? Fence(HoldToken token, SeatOutcome outcome, HoldToken foretold)
    {
        ModelHold? hold = _holds.Find(h => h.Token == token);
        Assert.Equal(hold is null ? SeatResult.UnknownHold : SeatResult.Ok, outcome.Result);
        if (hold is null) return null;
        Assert.Equal(foretold, outcome.Token);
        Give(outcome.Token);
        return hold;
    }

    private void Give(HoldToken token)
    {
        Assert.Equal(++_generation, token.Generation);
        Assert.DoesNotContain(token, _given);
        _given.Add(token);
        _version++;
    }

    private void Insert(ModelHold hold)
    {
        int index = _holds.FindIndex(h => h.Request.ExpiryMs > hold.Request.ExpiryMs);
        _holds.Insert(index < 0 ? _holds.Count : index, hold);
    }

    private int Count(SeatStatus status) => _seats.Values.Count(s => s == status);

    private int Expiring(long untilMs) =>
        _holds.Where(h => h.Request.ExpiryMs <= untilMs).Sum(h => h.Request.Seats.Count + h.Request.Places);

    private static List<HoldToken> Tokens(LapsedHolds holds)
    {
        var tokens = new List<HoldToken>();
        foreach (HoldRecord hold in holds) tokens.Add(hold.Token);
        return tokens;
    }

    private sealed record ModelHold(HoldToken Token, HoldRequest Request);
}
