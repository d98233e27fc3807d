using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

/// <summary>A catalogue driven without shards: commands are decided at once, and what they record is kept.</summary>
internal sealed class CatalogueWorld(CatalogueCapacity? capacity = null)
{
    public const long Minute = 60_000;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    private static readonly PartitionKey Partition = new(CatalogueMachine.Id, CatalogueMachine.Key);

    private readonly Decision _decision = new();
    private readonly ByteBuffer _records = new();

    public CatalogueMachine Machine { get; } = new(capacity ?? new CatalogueCapacity());

    public CatalogueState State { get; } = new();

    /// <summary>2026-03-01T00:00Z.</summary>
    public long NowMs { get; set; } = 1_772_323_200_000;

    public int FactCount { get; private set; }

    public static SeatPlan Plan { get; } = SeatPlan.Rectangle(3, 4, 4);

    public static Theater Theater(ulong id = 1) =>
        new() { Id = id, Name = $"Hall {id}", City = "Aldenport", Address = "1 Quay", Latitude = 52.5, Plan = Plan };

    public static Movie Movie(ulong id = 1) =>
        new() { Id = id, Title = $"Film {id}", DurationMinutes = 100, Genre = "Drama", ReleasedOn = new(2026, 1, 2) };

    public Showtime Showtime(ulong id = 1, long inMs = Hour, ulong theater = 1) => new()
    {
        Id = id, MovieId = 1, TheaterId = theater, StartsAtMs = NowMs + inMs, Prices = new ZonePrices(1200),
    };

    public CatalogueResult Save(Theater theater, int revision = 0) => Send(new SaveTheater(NowMs, theater, revision));

    public CatalogueResult Save(Movie movie, int revision = 0) => Send(new SaveMovie(NowMs, movie, revision));

    public CatalogueResult Save(Showtime showtime, int revision = 0) =>
        Send(new SaveShowtime(NowMs, showtime, revision));

    public CatalogueResult Cancel(ulong id, int revision = 1) => Send(new CancelShowtime(NowMs, id, revision));

    public CatalogueResult Import(CatalogueBatch batch) => Send(new ImportCatalogue(NowMs, batch));

    public CatalogueResult Send<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<CatalogueResult>
    {
        _decision.Begin(_records, Partition, command.TimeMs);
        var decider = (IDecider<CatalogueState, TCommand, CatalogueResult>)(object)Machine;
        CatalogueResult result = decider.Decide(State, in command, _decision);
        FactCount += _decision.EmittedCount;
        return result;
    }

    /// <summary>The state that the recorded facts alone lead to.</summary>
    public CatalogueState Replayed()
    {
        CatalogueState state = Machine.Create(CatalogueMachine.Key);
        Facts((header, payload) =>
        {
            var reader = new MessagePackReader(payload.Span);
            Machine.Replay(state, in header, ref reader);
            Assert.True(reader.End);
        });
        return state;
    }

    public void Facts(Action<EventHeader, ReadOnlyMemory<byte>> fact)
    {
        ReadOnlyMemory<byte> rest = _records.WrittenMemory;
        while (rest.Length > 0)
        {
            int length = (int)RecordHeader.ReadLength(rest.Span);
            fact(RecordHeader.ReadEvent(rest.Span), rest[RecordHeader.SizeBytes..length]);
            rest = rest[length..];
        }
    }

    public CatalogueState SavedAndLoaded()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        Machine.Save(State, ref writer);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        CatalogueState state = Machine.Load(CatalogueMachine.Key, ref reader);
        Assert.True(reader.End);
        return state;
    }
}
