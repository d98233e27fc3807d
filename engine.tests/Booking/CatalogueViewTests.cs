using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Booking;

/// <summary>What a list refuses, and how facts reach the model.</summary>
public sealed class CatalogueViewTests
{
    private readonly CatalogueWorld _world = new();
    private readonly CatalogueView _view = new();

    [Fact]
    public void A_cursor_works_for_its_own_filter_and_order_alone()
    {
        var world = new BrowseWorld(Seeds.Random(1));
        ShowtimeQuery query = new() { Limit = 3 };
        world.View.Browse(query, world.World.NowMs, out CataloguePage<ShowtimeListing> page);
        ShowtimeQuery next = query with { Cursor = page.NextCursor };
        Assert.Equal(BrowseStatus.Ok, Status(world, next with { Limit = 100 }));
        ShowtimeQuery[] changed =
        [
            next with { MovieId = 1 }, next with { Date = new(2026, 3, 1) }, next with { TheaterId = 1 },
            next with { City = "Aldenport" }, next with { Genre = "Drama" }, next with { MinPriceCents = 0 },
            next with { MaxPriceCents = 9 }, next with { OnlyAvailable = true }, next with { SeatsTogether = 2 },
            next with { Search = "a" }, next with { IncludesPast = true }, next with { IncludesCancelled = true },
            next with { Sort = ShowtimeSort.Price }, next with { IsDescending = true },
        ];
        Assert.All(changed, query => Assert.Equal(BrowseStatus.CursorOfOtherFilter, Status(world, query)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("%%%%")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("é")]
    public void What_is_no_cursor_is_refused(string cursor)
    {
        Assert.Equal(BrowseStatus.CursorInvalid, _view.Browse(new() { Cursor = cursor }, 0, out _));
        Assert.Equal(BrowseStatus.CursorInvalid, _view.ListMovies(new() { Cursor = cursor }, out _));
        Assert.Equal(BrowseStatus.CursorInvalid, _view.ListTheaters(new() { Cursor = cursor }, out _));
    }

    [Fact]
    public void Limits_pages_and_searches_are_bounded()
    {
        Assert.Equal(BrowseStatus.LimitInvalid, _view.Browse(new() { Limit = 0 }, 0, out _));
        Assert.Equal(BrowseStatus.LimitInvalid, _view.Browse(new() { Limit = 501 }, 0, out _));
        Assert.Equal(BrowseStatus.PageInvalid, _view.Browse(new() { Page = 0 }, 0, out _));
        Assert.Equal(BrowseStatus.PageInvalid, _view.Browse(new() { Page = int.MaxValue }, 0, out _));
        Assert.Equal(BrowseStatus.PageInvalid, _view.Browse(new() { Page = 2, Cursor = "x" }, 0, out _));
        Assert.Equal(BrowseStatus.SearchInvalid, _view.Browse(new() { Search = new('x', 201) }, 0, out _));
        Assert.Equal(BrowseStatus.SearchInvalid, _view.ListMovies(new() { Search = new('x', 201) }, out _));
        Assert.Equal(BrowseStatus.LimitInvalid, _view.ListTheaters(new() { Limit = -1 }, out _));
        Assert.Equal(BrowseStatus.Ok, _view.Browse(new(), 0, out CataloguePage<ShowtimeListing> none));
        Assert.Equal((0, 0, null), (none.Rows.Count, none.Total, none.NextCursor));
    }

    [Fact]
    public void Changes_removals_and_cancellations_show()
    {
        Furnish();
        Movie renamed = CatalogueWorld.Movie(2) with { Title = "Éclair" };
        Assert.True(_world.Save(renamed, 1).IsDone);
        Assert.True(_world.Send(new RemoveTheater(_world.NowMs, 2, 1)).IsDone);
        Assert.True(_world.Save(_world.Showtime(1, 3 * CatalogueWorld.Hour) with { MovieId = 2 }, 1).IsDone);
        Feed();
        Assert.False(_view.TryFindTheater(2, out _));
        _view.ListMovies(new() { Search = "ECLAIR" }, out CataloguePage<Movie> movies);
        Assert.Equal(2UL, Assert.Single(movies.Rows).Id);
        _view.Browse(new() { Search = "eclair" }, _world.NowMs, out CataloguePage<ShowtimeListing> shown);
        Assert.Equal(2, Assert.Single(shown.Rows).Showtime.Revision);
        Assert.True(_world.Cancel(1, 2).IsDone);
        Feed();
        _view.Browse(new(), _world.NowMs, out shown);
        Assert.Empty(shown.Rows);
        _view.Browse(new() { IncludesCancelled = true }, _world.NowMs, out shown);
        Assert.Equal((3, ShowtimeStatus.Cancelled), (shown.Rows[0].Showtime.Revision, shown.Rows[0].Showtime.Status));
        Assert.True(_world.Save(CatalogueWorld.Theater(3)).IsDone);
        Feed();
        Assert.Equal(["Aldenport"], _view.Cities());
    }

    [Fact]
    public void Showtimes_sell_and_the_list_follows()
    {
        Furnish();
        Feed();
        var machine = new ShowtimeMachine();
        ShowtimeState state = machine.Create(1);
        var terms = new ShowtimeTerms { StartsAtMs = _world.NowMs + CatalogueWorld.Hour, ZonePricesCents = [1200] };
        SendTo<OpenShowtime, BookingResult>(machine, state, new(_world.NowMs, CatalogueWorld.Plan, terms));
        HoldResult held = Reserve(machine, state, 7, 0, 1, 2);
        AssertStanding(new(Free: 21, Held: 3, Sold: 0, Blocked: 0, Together: 4), state);
        SendTo<StartPayment, PaymentResult>(machine, state, new(_world.NowMs, 7, held.BookingId, held.Token, 99));
        SendTo<FinishPayment, PaymentResult>(machine, state, new(_world.NowMs, 99, true));
        AssertStanding(new(Free: 21, Held: 0, Sold: 3, Blocked: 0, Together: 4), state);
        SendTo<BlockSeats, BookingResult>(machine, state, new(_world.NowMs, new SeatSet([4, 5, 22, 23])));
        AssertStanding(new(Free: 17, Held: 0, Sold: 3, Blocked: 4, Together: 4), state);
        Reserve(machine, state, 8, 9, 10);
        HoldResult released = Reserve(machine, state, 9, 13);
        SendTo<ReleaseHold, BookingResult>(machine, state, new(_world.NowMs, 9, released.BookingId, released.Token));
        AssertStanding(new(Free: 15, Held: 2, Sold: 3, Blocked: 4, Together: 4), state);
        _world.NowMs += 10 * CatalogueWorld.Minute;
        SendTo<UnblockSeats, BookingResult>(machine, state, new(_world.NowMs, new SeatSet([4, 5])));
        SendTo<CancelBooking, BookingResult>(machine, state, new(_world.NowMs, 7, held.BookingId, true));
        machine.OnDue(state, Begin(_world.NowMs, out ByteBuffer records));
        Feed(records);
        AssertStanding(new(Free: 22, Held: 0, Sold: 0, Blocked: 2, Together: 4), state);
    }

    private HoldResult Reserve(ShowtimeMachine machine, ShowtimeState state, ulong user, params ushort[] seats)
    {
        HoldResult held = SendTo<ReserveSeats, HoldResult>(
            machine, state, new(_world.NowMs, user, new SeatList(seats)));
        Assert.Equal(BookingCode.Ok, held.Code);
        return held;
    }

    private void AssertStanding(ShowtimeAvailability expected, ShowtimeState state)
    {
        _view.CheckInvariants();
        Assert.True(_view.TryFindShowtime(1, out ShowtimeListing listing));
        Assert.Equal(expected, listing.Availability);
        Assert.Equal((expected.Free, expected.Held), (state.Map!.FreeCount, state.Map.HeldCount));
        Assert.Equal((expected.Sold, expected.Blocked), (state.Map.SoldCount, state.Map.BlockedCount));
    }

    private TResult SendTo<TCommand, TResult>(ShowtimeMachine machine, ShowtimeState state, in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        Decision decision = Begin(command.TimeMs, out ByteBuffer records);
        var decider = (IDecider<ShowtimeState, TCommand, TResult>)(object)machine;
        TResult result = decider.Decide(state, in command, decision);
        Assert.True(decision.EmittedCount > 0, $"{typeof(TCommand).Name}: {result}");
        Feed(records);
        return result;
    }

    private static Decision Begin(long timeMs, out ByteBuffer records)
    {
        records = new ByteBuffer();
        var decision = new Decision();
        decision.Begin(records, new PartitionKey(10, 1), timeMs);
        return decision;
    }

    private void Feed(ByteBuffer records)
    {
        ReadOnlySpan<byte> rest = records.WrittenSpan;
        while (rest.Length > 0)
        {
            int length = (int)RecordHeader.ReadLength(rest);
            EventHeader header = RecordHeader.ReadEvent(rest);
            if (_view.Wants(in header)) _view.Apply(in header, rest[RecordHeader.SizeBytes..length]);
            rest = rest[length..];
        }
    }

    private void Furnish()
    {
        Assert.True(_world.Save(CatalogueWorld.Theater()).IsDone);
        Assert.True(_world.Save(CatalogueWorld.Theater(2)).IsDone);
        Assert.True(_world.Save(CatalogueWorld.Movie()).IsDone);
        Assert.True(_world.Save(CatalogueWorld.Movie(2)).IsDone);
        Assert.True(_world.Save(_world.Showtime()).IsDone);
    }

    // All facts again, from none: a model is what the facts say.
    private void Feed()
    {
        _view.Reset();
        _world.Facts((header, payload) =>
        {
            Assert.True(_view.Wants(in header));
            _view.Apply(in header, payload.Span);
        });
        _view.CheckInvariants();
    }

    private static BrowseStatus Status(BrowseWorld world, ShowtimeQuery query) =>
        world.View.Browse(query, world.World.NowMs, out _);
}
