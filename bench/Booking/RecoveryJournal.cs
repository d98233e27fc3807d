using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Bench.Booking;

/// <summary>
/// Writes a long journal of booking facts, through the engine as the server would. Every showtime goes through rounds:
/// four seats are held; in every other round the hold is given back, else it is paid and, 100 rounds later, cancelled.
/// <code>
/// even round   held, released                                  2 facts
/// odd round    held, payment started, confirmed, cancelled     4 facts
/// </code>
/// </summary>
internal sealed class RecoveryJournal
{
    private const int SeatsPerBooking = 4;
    private const int CancelledAfterRounds = 100;
    private const long StartMs = 1_800_000_000_000;
    private const ulong UserId = 7;

    private readonly SeatPlan _plan = BookingHouses.Plan();
    private readonly SystemHandle<ShowtimeState> _houses;
    private readonly int _showtimeCount;
    private readonly ulong[] _bookings;
    private readonly Queue<ulong[]> _sold = [];
    private readonly ulong[] _payments;
    private readonly Dictionary<Type, object> _groups = [];
    private ulong _lastPayment;
    private int _round;

    /// <summary>Prepares it for an engine with one shard.</summary>
    public RecoveryJournal(SystemHandle<ShowtimeState> houses, int showtimeCount)
    {
        _houses = houses;
        _showtimeCount = showtimeCount;
        _bookings = new ulong[showtimeCount];
        _payments = new ulong[showtimeCount];
    }

    /// <summary>Facts written so far.</summary>
    public long FactCount { get; private set; }

    private long NowMs => StartMs + _round;

    /// <summary>Puts the showtimes on sale.</summary>
    public Task OpenAsync()
    {
        var terms = new ShowtimeTerms
        {
            StartsAtMs = long.MaxValue,
            ZonePricesCents = [.. Enumerable.Repeat(1000, _plan.ZoneCount)],
        };
        return EachAsync<OpenShowtime, BookingResult>(
            _ => new OpenShowtime(StartMs, _plan, terms), (_, result) => result.Code);
    }

    /// <summary>Writes rounds until there are so many facts.</summary>
    public async Task WriteAsync(long factCount, CancellationToken cancel)
    {
        while (FactCount < factCount)
        {
            cancel.ThrowIfCancellationRequested();
            await HoldAsync();
            if (_round % 2 == 0) await ReleaseAsync();
            else await SellAsync();
            _round++;
        }
    }

    private Task HoldAsync()
    {
        int first = _round * SeatsPerBooking % _plan.SeatCount;
        var seats = new SeatList(
            (ushort)first, (ushort)(first + 1), (ushort)(first + 2), (ushort)(first + 3));
        return EachAsync<ReserveSeats, HoldResult>(
            _ => new ReserveSeats(NowMs, UserId, seats, NeedsAccess: true),
            (showtime, result) =>
            {
                _bookings[showtime] = result.BookingId;
                return result.Code;
            });
    }

    private Task ReleaseAsync() => EachAsync<ReleaseHold, BookingResult>(
        showtime => new ReleaseHold(NowMs, UserId, _bookings[showtime], HoldToken.None), (_, result) => result.Code);

    private async Task SellAsync()
    {
        for (int i = 0; i < _payments.Length; i++) _payments[i] = ++_lastPayment;
        await EachAsync<StartPayment, PaymentResult>(
            showtime => new StartPayment(NowMs, UserId, _bookings[showtime], HoldToken.None, _payments[showtime]),
            (_, result) => result.Code);
        await EachAsync<FinishPayment, PaymentResult>(
            showtime => new FinishPayment(NowMs, _payments[showtime], IsApproved: true), (_, result) => result.Code);
        _sold.Enqueue([.. _bookings]);
        if (_sold.Count <= CancelledAfterRounds / 2) return;
        ulong[] given = _sold.Dequeue();
        await EachAsync<CancelBooking, BookingResult>(
            showtime => new CancelBooking(NowMs, UserId, given[showtime]), (_, result) => result.Code);
    }

    /// <summary>Sends a command to every showtime, a group at a time.</summary>
    private async Task EachAsync<TCommand, TResult>(
        Func<int, TCommand> command, Func<int, TResult, BookingCode> take)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        CommandGroup<ShowtimeState, TCommand, TResult> group = GroupOf<TCommand, TResult>();
        group.Clear();
        for (int i = 0; i < _showtimeCount; i++)
        {
            TCommand each = command(i);
            if (!group.TryAdd((ulong)i + 1, in each)) throw new InvalidOperationException("The engine has one shard.");
        }

        ReplyStatus status = await group.ExecuteAsync();
        if (status != ReplyStatus.Done) throw new InvalidOperationException($"The engine answered {status}.");
        for (int i = 0; i < _showtimeCount; i++)
        {
            Reply<TResult> reply = group.Replies[i];
            BookingCode code = reply.Status == ReplyStatus.Done ? take(i, reply.Value) : BookingCode.UnknownBooking;
            if (code != BookingCode.Ok)
                throw new InvalidOperationException($"{typeof(TCommand).Name}: {reply.Status} {code}.");
        }

        FactCount += _showtimeCount;
    }

    private CommandGroup<ShowtimeState, TCommand, TResult> GroupOf<TCommand, TResult>()
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        if (!_groups.TryGetValue(typeof(TCommand), out object? group))
        {
            group = _houses.CreateGroup<TCommand, TResult>(shardIndex: 0, _showtimeCount);
            _groups.Add(typeof(TCommand), group);
        }

        return (CommandGroup<ShowtimeState, TCommand, TResult>)group;
    }
}
