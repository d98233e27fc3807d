using System.Runtime.CompilerServices;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

public sealed class SeatMapTests
{
    private readonly SeatMap _map = new(100, [5], 8);

    [Fact]
    public void Two_slots_share_a_cache_line_and_the_header_fills_one()
    {
        Assert.Equal(PackedHold.SizeBytes, Unsafe.SizeOf<PackedHold>());
        Assert.Equal(SeatMapHeader.SizeBytes, Unsafe.SizeOf<SeatMapHeader>());
        Assert.Equal(PinnedBlock.LineSizeBytes, SeatMapHeader.SizeBytes);
        Assert.Equal(PinnedBlock.LineSizeBytes, 2 * PackedHold.SizeBytes);
    }

    [Fact]
    public void A_list_keeps_its_seats_in_their_order()
    {
        for (int count = 0; count <= SeatList.MaxCount; count++)
        {
            ushort[] seats = [.. Enumerable.Range(0, count).Select(i => (ushort)(ushort.MaxValue - (i * 257)))];
            var list = new SeatList(seats);
            Assert.Equal(seats, list.Span.ToArray());
            Assert.Equal(count, list.Count);
            Assert.Equal(new SeatList(seats), list);
            if (count < SeatList.MaxCount) Assert.NotEqual(new SeatList([.. seats, 0]), list);
            Assert.Equal(count > 0, list.Contains(ushort.MaxValue));
        }

        Assert.Throws<ArgumentException>(() => new SeatList(new ushort[SeatList.MaxCount + 1]));
        Assert.Throws<IndexOutOfRangeException>(() => new SeatList(1, 2, 3, 4)[4]);
    }

    [Fact]
    public void A_hold_takes_all_or_nothing()
    {
        SeatOutcome first = _map.Hold(Request([1, 2, 99]));
        Assert.True(first.IsOk);
        SeatOutcome second = _map.Hold(Request([3, 4, 2]));
        Assert.Equal((SeatResult.SeatTaken, 2), (second.Result, second.Seat));
        Assert.Equal((97, 3), (_map.FreeCount, _map.HeldCount));
        Assert.Equal(SeatStatus.Free, _map.StatusOf(3));
        _map.CheckInvariants();
    }

    [Theory]
    [InlineData(SeatResult.Empty, new int[0], 0, 0)]
    [InlineData(SeatResult.NoSuchSeat, new[] { 1, 100 }, 0, 0)]
    [InlineData(SeatResult.NoSuchSeat, new[] { 65535 }, 0, 0)]
    [InlineData(SeatResult.DuplicateSeat, new[] { 1, 2, 1 }, 0, 0)]
    [InlineData(SeatResult.SeatBlocked, new[] { 1, 50 }, 0, 0)]
    [InlineData(SeatResult.TooMany, new int[0], 0, 11)]
    [InlineData(SeatResult.NoSuchArea, new int[0], 1, 1)]
    [InlineData(SeatResult.AreaFull, new[] { 1 }, 0, 6)]
    public void What_cannot_be_held_is_refused(SeatResult expected, int[] seats, int area, int places)
    {
        _map.Block([50]);
        ulong before = _map.StateHash();
        HoldRequest request = Request([.. seats.Select(s => (ushort)s)]);
        request = request with { Area = (byte)area, Places = (byte)places };
        Assert.Equal(expected, _map.Hold(in request).Result);
        Assert.Equal(before, _map.StateHash());
    }

    [Fact]
    public void A_full_table_is_an_answer()
    {
        for (ushort i = 0; i < 8; i++) Assert.True(_map.Hold(Request([i])).IsOk);
        Assert.Equal(SeatResult.TableFull, _map.Hold(Request([9])).Result);
        Assert.Equal(8, _map.HoldCount);
        _map.CheckInvariants();
    }

    [Fact]
    public void A_map_grows_to_the_most_holds_there_can_be()
    {
        var map = new SeatMap(SeatMap.MaxSeats, [SeatMap.MaxHolds], SeatMap.MaxHolds);
        for (int i = 0; i < SeatMap.MaxHolds; i++)
        {
            HoldRequest request = i < SeatMap.MaxSeats ? Request([(ushort)i], i) : Request([], i) with { Places = 1 };
            Assert.Equal(i, map.Hold(in request).Token.Slot);
        }

        Assert.Equal(SeatResult.TableFull, map.Hold(Request([], 1) with { Places = 1 }).Result);
        map.CheckInvariants();
        Assert.Equal(map.StateHash(), SeatMapModel.Copy(map).StateHash());
        Assert.Equal(SeatMap.MaxHolds, map.ExpireDue(SeatMap.MaxHolds));
        Assert.Equal((SeatMap.MaxSeats, SeatMap.MaxHolds), (map.FreeCount, map.Area(0).Free));
        map.CheckInvariants();
    }

    [Fact]
    public void A_confirmed_hold_is_sold_once()
    {
        HoldToken token = _map.Hold(Request([1, 2]) with { Places = 2 }).Token;
        Assert.Equal(SeatResult.Ok, _map.Confirm(token, out HoldRecord hold));
        Assert.Equal([1, 2], hold.Seats.Span.ToArray());
        Assert.Equal(SeatResult.UnknownHold, _map.Confirm(token, out _));
        Assert.Equal(SeatResult.UnknownHold, _map.Release(token, out _));
        Assert.Equal((2, 0), (_map.SoldCount, _map.HeldCount));
        Assert.Equal(new AreaCounts(5, 0, 2), _map.Area(0));
        Assert.True(_map.Unsell([1, 2], 0, 2).IsOk);
        Assert.Equal(100, _map.FreeCount);
        _map.CheckInvariants();
    }

    [Fact]
    public void A_reused_slot_does_not_know_the_old_token()
    {
        HoldToken old = _map.Hold(Request([1])).Token;
        _map.Release(old, out _);
        HoldToken young = _map.Hold(Request([1])).Token;
        Assert.Equal(old.Slot, young.Slot);
        Assert.True(young.Value > old.Value);
        Assert.Equal(HoldStatus.Unknown, _map.Find(old, 0, out _));
        Assert.Equal(HoldStatus.Alive, _map.Find(young, 0, out _));
        Assert.Equal(HoldStatus.Unknown, _map.Find(HoldToken.None, 0, out _));
    }

    [Fact]
    public void Extending_and_transferring_fence_the_old_token_off()
    {
        HoldToken first = _map.Hold(Request([1])).Token;
        HoldToken foretold = _map.NextTokenFor(first);
        HoldToken second = _map.Extend(first, 5000).Token;
        Assert.Equal(foretold, second);
        Assert.Equal(SeatResult.UnknownHold, _map.Confirm(first, out _));
        HoldToken third = _map.Transfer(second, 77).Token;
        Assert.Equal(HoldStatus.Unknown, _map.Find(second, 0, out _));
        Assert.Equal(77ul, _map.Get(third).Owner);
        Assert.Equal(5000, _map.NextExpiryMs);
        _map.CheckInvariants();
    }

    [Fact]
    public void Holds_lapse_when_their_time_has_come_and_not_before()
    {
        HoldToken token = _map.Hold(Request([1], 1000)).Token;
        Assert.Equal(HoldStatus.Alive, _map.Find(token, 999, out _));
        Assert.Equal(HoldStatus.Lapsed, _map.Find(token, 1000, out _));
        Assert.Equal(0, _map.ExpireDue(999));
        Assert.Equal(1, _map.ExpireDue(1000));
        Assert.Equal(HoldStatus.Unknown, _map.Find(token, 1000, out _));
        Assert.Equal(long.MaxValue, _map.NextExpiryMs);
    }

    // A slot holds four seats, amounts of 22 bits, expiries of 42 and generations of 40; what needs more stands beside.
    [Theory]
    [InlineData(4, (1L << 42) - 1, (1 << 22) - 1, (1L << 40) - 2)]
    [InlineData(4, 1L << 42, 1, 0)]
    [InlineData(4, -1, 1, 0)]
    [InlineData(4, 1000, 1 << 22, 0)]
    [InlineData(4, 1000, -1, 0)]
    [InlineData(4, 1000, long.MaxValue, 0)]
    [InlineData(5, 1000, 1, 0)]
    [InlineData(10, long.MaxValue, long.MinValue, 0)]
    [InlineData(4, 1000, 1, (1L << 40) - 1)]
    public void Nothing_of_a_hold_is_lost(int seatCount, long expiryMs, long amountCents, long generation)
    {
        SeatMap map = At((ulong)generation);
        ushort[] seats = [.. Enumerable.Range(4096 - seatCount, seatCount).Select(seat => (ushort)seat)];
        HoldRequest request = Request(seats, expiryMs, ulong.MaxValue) with { AmountCents = amountCents };
        HoldToken token = map.Hold(request with { Kind = HoldKind.Offer }).Token;
        CheckSame(request, map.Get(token), token);
        map = SeatMapModel.Copy(map);
        CheckSame(request, map.Get(token), token);
        token = map.Transfer(token, 7).Token;
        request = request with { Owner = 7, ExpiryMs = 1L << 43 };
        token = map.Extend(token, 1L << 43).Token;
        CheckSame(request, map.Get(token), token);
        token = map.Extend(token, 5).Token;
        CheckSame(request with { ExpiryMs = 5 }, map.Get(token), token);
        map.CheckInvariants();
        Assert.Equal(1, map.ExpireDue(5));
        Assert.Equal(4096, map.FreeCount);
        map.CheckInvariants();
    }

    [Fact]
    public void Lapsed_holds_are_shown_before_they_are_swept()
    {
        _map.Hold(Request([5], 3000));
        _map.Hold(Request([6], 1000));
        _map.Hold(Request([7], 2000));
        _map.Hold(Request([8], 1000) with { Places = 3 });
        var seen = new List<int>();
        foreach (HoldRecord hold in _map.PeekLapsed(2000)) seen.Add(hold.Seats[0]);
        Assert.Equal([6, 8, 7], seen);
        Assert.Equal(6, _map.ExpiringWithin(500, 1500));
        Assert.Equal(2, _map.ExpireDue(2000, 2));
        Assert.Equal(1, _map.ExpireDue(2000));
        Assert.Equal(5, _map.Area(0).Free);
        _map.CheckInvariants();
    }

    [Fact]
    public void The_box_office_blocks_and_sells_all_or_nothing()
    {
        ushort[] row = [.. Enumerable.Range(0, 70).Select(i => (ushort)i)];
        Assert.True(_map.Block(row).IsOk);
        Assert.Equal((30, 70), (_map.FreeCount, _map.BlockedCount));
        Assert.Equal(SeatResult.SeatBlocked, _map.SellDirect([80, 3]).Result);
        Assert.Equal(SeatResult.SeatNotBlocked, _map.Unblock([3, 80]).Result);
        Assert.Equal(SeatResult.DuplicateSeat, _map.Unblock([.. row, 3]).Result);
        Assert.True(_map.Unblock(row).IsOk);
        Assert.True(_map.SellDirect([80], 0, 5).IsOk);
        Assert.Equal(SeatResult.SeatNotSold, _map.Unsell([81]).Result);
        Assert.Equal(SeatResult.PlacesNotSold, _map.Unsell([80], 0, 6).Result);
        _map.CheckInvariants();
    }

    [Fact]
    public void Statuses_are_copied_and_packed()
    {
        _map.Hold(Request([1]));
        _map.SellDirect([2]);
        _map.Block([3, 64]);
        Span<byte> wide = stackalloc byte[100];
        Span<byte> packed = stackalloc byte[25];
        _map.CopyStatuses(wide);
        Assert.Equal(25, _map.PackStatuses(packed));
        Assert.Equal([0, 1, 2, 3], wide[..4].ToArray());
        for (int seat = 0; seat < 100; seat++) Assert.Equal(wide[seat], (packed[seat / 4] >> (seat % 4 * 2)) & 3);
    }

    [Fact]
    public void Free_bits_cross_words()
    {
        _map.Block([60, 63, 64, 99]);
        Assert.Equal(0b11_1110_0110UL, _map.FreeBits(60, 10));
        Assert.Equal((1UL << 35) - 1, _map.FreeBits(64, 36) | 1);
        Assert.Equal(0UL, _map.FreeBits(100, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => _map.FreeBits(90, 11));
    }

    [Fact]
    public void Versions_count_changes()
    {
        Assert.Equal(0ul, _map.Version);
        _map.Hold(Request([1], 10));
        _map.Hold(Request([1], 10));
        Assert.Equal(1ul, _map.Version);
        _map.ExpireDue(5);
        Assert.Equal(1ul, _map.Version);
        _map.ExpireDue(10);
        Assert.Equal(2ul, _map.Version);
    }

    [Fact]
    public void Every_truncation_is_refused_as_a_format_error()
    {
        _map.Release(_map.Hold(Request([9])).Token, out _);
        _map.Hold(Request([1, 2]) with { Places = 1 });
        _map.Hold(Request([3], 10));
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        _map.Write(ref writer);
        writer.Flush();
        Assert.Equal(_map.StateHash(), SeatMapModel.Copy(_map).StateHash());
        for (int length = 0; length < buffer.Length; length++)
        {
            byte[] cut = buffer.WrittenSpan[..length].ToArray();
            Assert.Throws<MessagePackFormatException>(() =>
            {
                var reader = new MessagePackReader(cut);
                SeatMap.Read(ref reader);
            });
        }
    }

    [Fact]
    public void Nothing_is_allocated_once_warm()
    {
        SeatMap[] maps = [_map];
        AllocationGate.AssertNone(() => Run(maps, 1_000), 3);
        _map.CheckInvariants();
    }

    // A map whose next hold has the generation after this one.
    private static SeatMap At(ulong generation)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(9);
        foreach (ulong number in (ulong[])[1, 4096, 8, generation, generation]) writer.Write(number);
        writer.WriteArrayHeader(3 * 64);
        for (int word = 0; word < 3 * 64; word++) writer.Write(word < 64 ? ulong.MaxValue : 0);
        for (int list = 0; list < 3; list++) writer.WriteArrayHeader(0);
        writer.Flush();
        var reader = new MessagePackReader(buffer.WrittenSpan);
        return SeatMap.Read(ref reader);
    }

    private static void CheckSame(HoldRequest request, HoldRecord hold, HoldToken token)
    {
        Assert.Equal(token, hold.Token);
        Assert.Equal((request.Seats, request.Owner), (hold.Seats, hold.Owner));
        Assert.Equal((request.ExpiryMs, request.AmountCents), (hold.ExpiryMs, hold.AmountCents));
        Assert.Equal(HoldKind.Offer, hold.Kind);
    }

    internal static HoldRequest Request(ReadOnlySpan<ushort> seats, long expiryMs = 1000, ulong owner = 1) =>
        new() { Owner = owner, ExpiryMs = expiryMs, Seats = new SeatList(seats) };

    private void Run(SeatMap[] maps, int rounds)
    {
        Span<byte> statuses = stackalloc byte[100];
        Span<ushort> seats = stackalloc ushort[5]; // not literals: unoptimised code allocates those
        (seats[3], seats[4]) = (95, 96);
        for (int i = 0; i < rounds; i++)
        {
            SeatMapBatch.Touch(maps);
            for (int s = 0; s < 3; s++) seats[s] = (ushort)((i * 4 % 90) + s);
            _map.ExpireDue(i);
            HoldToken a = _map.Hold(Request(seats[..2], i + 3)).Token;
            HoldToken b = _map.Hold(Request(seats[2..3], i + 1) with { Places = 1 }).Token;
            a = _map.Extend(a, i + 2).Token;
            b = _map.Transfer(b, 3).Token;
            if (_map.Confirm(a, out HoldRecord hold) == SeatResult.Ok) _map.Unsell(hold.Seats.Span);
            if (i % 2 == 0) _map.Release(b, out _);
            _map.SellDirect(seats[3..4]);
            _map.Unsell(seats[3..4]);
            _map.Block(seats[4..]);
            _map.Unblock(seats[4..]);
            _map.CopyStatuses(statuses);
            _map.ExpiringWithin(i, 10);
        }
    }
}
