using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Booking;

/// <summary>
/// A few showtimes driven without shards: commands are decided at once, and their facts are given positions.
/// </summary>
internal sealed class ShowtimeWorld
{
    public const int HoldMs = 1_000;

    private readonly ShowtimeMachine _machine = new();
    private readonly Decision _decision = new();
    private readonly ByteBuffer _records = new();
    private readonly Dictionary<ulong, ShowtimeState> _states = [];
    private long _position = 100;

    public ShowtimeWorld(int showtimes, int rows = 2, int seatsPerRow = 5)
    {
        for (ulong id = 1; id <= (ulong)showtimes; id++)
        {
            _states.Add(id, _machine.Create(id));
            var terms = new ShowtimeTerms { StartsAtMs = 1_000_000_000, ZonePricesCents = [500], HoldMs = HoldMs };
            SeatPlan plan = SeatPlan.Rectangle(rows, seatsPerRow);
            Send<OpenShowtime, BookingResult>(id, new OpenShowtime(NowMs, plan, terms));
        }
    }

    public long NowMs { get; private set; } = 10_000;

    /// <summary>Told every fact, in order.</summary>
    public List<(EventHeader Header, byte[] Payload)> Facts { get; } = [];

    public TResult Send<TCommand, TResult>(ulong showtime, in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        Begin(showtime);
        var decider = (IDecider<ShowtimeState, TCommand, TResult>)(object)_machine;
        TResult result = decider.Decide(_states[showtime], in command, _decision);
        Collect();
        return result;
    }

    public HoldResult Hold(ulong showtime, ulong user, params ushort[] seats) =>
        Send<ReserveSeats, HoldResult>(showtime, new ReserveSeats(NowMs, user, new SeatList(seats)));

    /// <summary>Lets time pass and wakes whoever asked for it.</summary>
    public void Pass(long byMs)
    {
        NowMs += byMs;
        foreach ((ulong showtime, ShowtimeState state) in _states)
        {
            if (_machine.NextDueMs(state) > NowMs) continue;
            Begin(showtime);
            _machine.OnDue(state, _decision);
            Collect();
        }
    }

    private void Begin(ulong showtime)
    {
        _records.Clear();
        _decision.Begin(_records, new PartitionKey(_machine.SystemId, showtime), NowMs);
    }

    private void Collect()
    {
        ReadOnlySpan<byte> rest = _records.WrittenSpan;
        while (rest.Length > 0)
        {
            int length = (int)RecordHeader.ReadLength(rest);
            EventHeader header = RecordHeader.ReadEvent(rest) with { Position = _position };
            Facts.Add((header, rest[RecordHeader.SizeBytes..length].ToArray()));
            _position += length;
            rest = rest[length..];
        }
    }
}
