using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// The catalogue's logic: which theaters, films and showtimes there are. One partition, <see cref="Key"/>.
/// </summary>
/// <remarks>Stateless, so thread-safe. Deciding costs O(1), or O(showtimes) where a rule asks for them all.</remarks>
/// <param name="capacity">How much the catalogue holds.</param>
public sealed partial class CatalogueMachine(CatalogueCapacity capacity) :
    IMachine<CatalogueState>,
    IApplier<CatalogueState, TheaterSaved>,
    IApplier<CatalogueState, MovieSaved>,
    IApplier<CatalogueState, ShowtimeSaved>,
    IApplier<CatalogueState, TheaterRemoved>,
    IApplier<CatalogueState, MovieRemoved>,
    IApplier<CatalogueState, ShowtimeCancelled>
{
    /// <summary>The system's wire id.</summary>
    public const byte Id = 11;

    /// <summary>The key of the one partition.</summary>
    public const ulong Key = 0;

    private readonly CatalogueCapacity _capacity = Checked(capacity);

    /// <summary>Makes a machine of default capacity.</summary>
    public CatalogueMachine()
        : this(new CatalogueCapacity())
    {
    }

    /// <inheritdoc/>
    public byte SystemId => Id;

    /// <inheritdoc/>
    public string Name => "booking-catalogue";

    /// <inheritdoc/>
    public CatalogueState Create(ulong key) => new();

    /// <inheritdoc/>
    public void Save(CatalogueState state, ref MessagePackWriter writer)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Write(ref writer);
    }

    /// <inheritdoc/>
    public CatalogueState Load(ulong key, ref MessagePackReader reader) => CatalogueState.Read(ref reader);

    /// <inheritdoc/>
    public long NextDueMs(CatalogueState state) => long.MaxValue;

    /// <summary>Nothing in the catalogue depends on time passing.</summary>
    public void OnDue(CatalogueState state, Decision decision)
    {
    }

    /// <inheritdoc/>
    public void Replay(CatalogueState state, in EventHeader header, ref MessagePackReader payload)
    {
        switch (header.Type)
        {
            case 1:
                Apply(state, TheaterSaved.Read(ref payload, header.Version), header.TimeMs);
                break;
            case 2:
                Apply(state, MovieSaved.Read(ref payload, header.Version), header.TimeMs);
                break;
            case 3:
                Apply(state, ShowtimeSaved.Read(ref payload, header.Version), header.TimeMs);
                break;
            case 4:
                Apply(state, TheaterRemoved.Read(ref payload, header.Version), header.TimeMs);
                break;
            case 5:
                Apply(state, MovieRemoved.Read(ref payload, header.Version), header.TimeMs);
                break;
            case 6:
                Apply(state, ShowtimeCancelled.Read(ref payload, header.Version), header.TimeMs);
                break;
            default:
                throw new MessagePackFormatException($"The catalogue has no fact {header.Type}.");
        }
    }

    /// <inheritdoc/>
    public void Apply(CatalogueState state, in TheaterSaved fact, long timeMs) => state.Put(fact.Theater);

    /// <inheritdoc/>
    public void Apply(CatalogueState state, in MovieSaved fact, long timeMs) => state.Put(fact.Movie);

    /// <inheritdoc/>
    public void Apply(CatalogueState state, in ShowtimeSaved fact, long timeMs) => state.Put(fact.Showtime);

    /// <inheritdoc/>
    public void Apply(CatalogueState state, in TheaterRemoved fact, long timeMs) => state.RemoveTheater(fact.TheaterId);

    /// <inheritdoc/>
    public void Apply(CatalogueState state, in MovieRemoved fact, long timeMs) => state.RemoveMovie(fact.MovieId);

    /// <inheritdoc/>
    public void Apply(CatalogueState state, in ShowtimeCancelled fact, long timeMs)
    {
        bool isKnown = state.TryFindShowtime(fact.ShowtimeId, out Showtime? showtime);
        CatalogueState.Require(isKnown, "a cancelled showtime exists");
        state.Put(showtime! with { Status = ShowtimeStatus.Cancelled, Revision = fact.Revision });
    }

    private static CatalogueCapacity Checked(CatalogueCapacity capacity)
    {
        ArgumentNullException.ThrowIfNull(capacity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity.Theaters, nameof(capacity));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity.Movies, nameof(capacity));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity.Showtimes, nameof(capacity));
        return capacity;
    }
}
