using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// A few users and the box office. They know what they were told, ask for what they like, mix each other's bookings up
/// and repeat themselves.
/// </summary>
internal sealed partial class Clients
{
    private const int UserCount = 6;

    private readonly Random _random;
    private readonly Swarm _swarm;
    private readonly Oracle _oracle;
    private readonly List<KnownBooking> _bookings = [];
    private readonly List<KnownPayment> _payments = [];
    private readonly List<ClientCommand> _keyed = [];
    private readonly int _showtimeCount;
    private readonly int _keyedPercent;
    private readonly bool _hasWaitingRooms;
    private readonly long _beganMs;
    private ulong _lastPaymentId;
    private ulong _lastKey;

    internal Clients(Random random, Swarm swarm, Oracle oracle, long beganMs)
    {
        (_random, _swarm, _oracle, _beganMs) = (random, swarm, oracle, beganMs);
        _showtimeCount = 2 + random.Next(5);
        _keyedPercent = random.Next(101);
        _hasWaitingRooms = random.Next(3) == 0;
    }

    internal IReadOnlyList<KnownBooking> Bookings => _bookings;

    internal ClientCommand Next()
    {
        ulong showtime = 1 + (ulong)_random.Next(_showtimeCount);
        ShowtimeBooks books = _oracle.BooksOf(showtime);
        if (books.Plan is null) return Open(showtime);
        ulong user = 1 + (ulong)_random.Next(UserCount);
        ClientCommand command = Make(_swarm.NextWish(_random), showtime, user, books);
        if (!command.Key.IsNone) _keyed.Add(command);
        return command;
    }

    /// <summary>Asks after a booking, as its owner.</summary>
    internal static ClientCommand Find(KnownBooking known) =>
        new ClientCommand<FindBooking, HoldResult>(
            known.ShowtimeId, default, (now, _) => new FindBooking(now, known.UserId, known.BookingId), null);

    private ClientCommand Make(ClientWish wish, ulong showtime, ulong user, ShowtimeBooks books) => wish switch
    {
        ClientWish.Reserve => Reserve(showtime, user, books.Plan!),
        ClientWish.ReserveBest => ReserveBest(showtime, user),
        ClientWish.Release => Release(Any(showtime, user)),
        ClientWish.Extend => Extend(Any(showtime, user)),
        ClientWish.StartPayment => StartPayment(Any(showtime, user), default),
        ClientWish.PayLapsed => PayLapsed(Any(showtime, user)),
        ClientWish.FinishPayment => FinishPayment(showtime),
        ClientWish.Cancel => Cancel(Any(showtime, user)),
        ClientWish.Block => Block(showtime, SomeSeats(books.Plan!, 3)),
        ClientWish.Unblock => Unblock(showtime, SomeSeats(books.Plan!, 3)),
        ClientWish.BlockPlaces => BlockPlaces(showtime, _random.Next(4)),
        ClientWish.UnblockPlaces => UnblockPlaces(showtime, _random.Next(4)),
        ClientWish.Revise => Revise(showtime, books.Terms!, false),
        ClientWish.CallOff => Revise(showtime, books.Terms!, true),
        ClientWish.Find => Find(Any(showtime, user)),
        ClientWish.ReadSeats => ReadSeats(showtime),
        ClientWish.RepeatKey or ClientWish.ReuseKey when _keyed.Count > 0 => Repeat(wish == ClientWish.ReuseKey),
        _ => Wait(wish, showtime, user),
    };

    private ClientCommand Repeat(bool isOtherPayload)
    {
        ClientCommand earlier = _keyed[_random.Next(_keyed.Count)];
        IdempotencyKey key = earlier.Key;
        return earlier.Again(isOtherPayload ? key with { PayloadHash = key.PayloadHash + 1 } : key);
    }

    private KnownBooking Any(ulong showtime, ulong user)
    {
        if (_bookings.Count == 0) return new KnownBooking(showtime, user, 1 << 16, default, default);
        // Mostly the latest ones: older ones are over.
        int back = Math.Min(_random.Next(_bookings.Count), _random.Next(_bookings.Count));
        KnownBooking known = _bookings[_bookings.Count - 1 - back];
        if (_random.Next(12) == 0) known = known with { UserId = user };
        if (_random.Next(30) == 0) known = known with { BookingId = known.Token.Value };
        if (_random.Next(4) > 0) known = known with { Token = default };
        return known;
    }

    private IdempotencyKey Key(ulong user, IdempotencyPhase phase = IdempotencyPhase.Whole)
    {
        if (_random.Next(100) >= _keyedPercent) return default;
        return new IdempotencyKey(user, ++_lastKey, (ulong)_random.Next(1, 1000), phase);
    }

    private SeatSet SomeSeats(SeatPlan plan, int most)
    {
        Span<ushort> seats = stackalloc ushort[1 + _random.Next(most)];
        for (int i = 0; i < seats.Length; i++) seats[i] = (ushort)_random.Next(plan.SeatCount);
        return new SeatSet(seats);
    }

    private void Learn(ulong showtime, ulong user, HoldResult result)
    {
        if (result.Code != BookingCode.Ok) return;
        var known = new KnownBooking(showtime, user, result.BookingId, result.Token, result.Claim);
        int index = _bookings.FindIndex(b => b.ShowtimeId == showtime && b.BookingId == result.BookingId);
        if (index >= 0) _bookings[index] = known;
        else _bookings.Add(known);
    }
}
