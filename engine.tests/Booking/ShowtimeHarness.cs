using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

/// <summary>
/// A showtime without an engine around it: decides, keeps every fact it decided on, and can tell whether replaying them
/// from nothing, or from any snapshot, leads to the very same state.
/// </summary>
internal sealed class ShowtimeHarness
{
    private readonly ByteBuffer _journal = new(1 << 16);
    private readonly Decision _decision = new();

    public ShowtimeHarness(SeatPlan plan, Func<ShowtimeTerms, ShowtimeTerms>? terms = null)
    {
        var usual = new ShowtimeTerms
        {
            StartsAtMs = StartMs + 86_400_000,
            ZonePricesCents = [.. Enumerable.Range(1, plan.ZoneCount).Select(zone => zone * 1000)],
        };
        State = Machine.Create(7);
        NowMs = StartMs;
        Terms = terms?.Invoke(usual) ?? usual;
        Run<OpenShowtime, BookingResult>(new OpenShowtime(NowMs, plan, Terms));
    }

    public const long StartMs = 1_800_000_000_000;

    public ShowtimeMachine Machine { get; } = new();

    public ShowtimeState State { get; private set; }

    public ShowtimeTerms Terms { get; }

    public long NowMs { get; set; }

    public int LastEventCount { get; private set; }

    public ulong Hash => State.StateHash(Machine);

    public TResult Run<TCommand, TResult>(TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        _decision.Begin(_journal, new PartitionKey(Machine.SystemId, State.ShowtimeId), NowMs);
        var decider = (IDecider<ShowtimeState, TCommand, TResult>)(object)Machine;
        TResult result = decider.Decide(State, in command, _decision);
        LastEventCount = _decision.EmittedCount;
        State.CheckInvariants();
        return result;
    }

    public HoldResult Hold(ulong user, params ushort[] seats) =>
        Run<ReserveSeats, HoldResult>(new ReserveSeats(NowMs, user, new SeatList(seats)));

    public HoldResult HoldPlaces(ulong user, byte area, byte places) =>
        Run<ReserveSeats, HoldResult>(new ReserveSeats(NowMs, user, default, area, places));

    public PaymentResult Pay(ulong user, ulong booking, ulong payment, SeatClaim lapsed = default) =>
        Run<StartPayment, PaymentResult>(new StartPayment(NowMs, user, booking, default, payment, lapsed));

    public PaymentResult Finish(ulong payment, bool isApproved = true) =>
        Run<FinishPayment, PaymentResult>(new FinishPayment(NowMs, payment, isApproved));

    public ulong Buy(ulong user, ulong payment, params ushort[] seats)
    {
        HoldResult held = Hold(user, seats);
        Assert.Equal(BookingCode.Ok, held.Code);
        Assert.Equal(BookingCode.Ok, Pay(user, held.BookingId, payment).Code);
        Assert.Equal(BookingCode.Ok, Finish(payment).Code);
        return held.BookingId;
    }

    public void Wake()
    {
        _decision.Begin(_journal, new PartitionKey(Machine.SystemId, State.ShowtimeId), NowMs);
        Machine.OnDue(State, _decision);
        LastEventCount = _decision.EmittedCount;
        State.CheckInvariants();
    }

    /// <summary>Saves and loads the state, going on with what was loaded.</summary>
    public void Reload()
    {
        ulong before = Hash;
        var saved = new ByteBuffer(4096);
        var writer = new MessagePackWriter(saved);
        Machine.Save(State, ref writer);
        writer.Flush();
        var reader = new MessagePackReader(saved.WrittenSpan);
        State = Machine.Load(State.ShowtimeId, ref reader);
        Assert.True(reader.End);
        Assert.Equal(before, Hash);
    }

    /// <summary>Replays every fact from nothing and compares.</summary>
    public void CheckReplay()
    {
        ShowtimeState replayed = Machine.Create(State.ShowtimeId);
        Span<byte> rest = _journal.WrittenSpan;
        while (!rest.IsEmpty)
        {
            int length = RecordHeader.Stamp(rest, 0);
            EventHeader header = RecordHeader.ReadEvent(rest);
            var payload = new MessagePackReader(rest[RecordHeader.SizeBytes..length]);
            Machine.Replay(replayed, in header, ref payload);
            rest = rest[length..];
        }

        replayed.CheckInvariants();
        Assert.Equal(Hash, replayed.StateHash(Machine));
    }
}
