namespace Catalog.Engine.Booking;

/// <summary>What became of a change to the catalogue. Anything but <see cref="Done"/> changed nothing.</summary>
public enum CatalogueCode : byte
{
    /// <summary>It is done.</summary>
    Done = 0,

    /// <summary>An id is 0.</summary>
    IdInvalid = 1,

    /// <summary>A theater's name is empty, too long, or not well-formed text.</summary>
    NameInvalid = 2,

    /// <summary>A city is empty, too long, or not well-formed text.</summary>
    CityInvalid = 3,

    /// <summary>An address is too long or not well-formed text.</summary>
    AddressInvalid = 4,

    /// <summary>Latitude or longitude is no number of degrees.</summary>
    CoordinatesInvalid = 5,

    /// <summary>A theater without a seat plan.</summary>
    PlanInvalid = 6,

    /// <summary>A title is empty, too long, or not well-formed text.</summary>
    TitleInvalid = 7,

    /// <summary>A description is too long or not well-formed text.</summary>
    DescriptionInvalid = 8,

    /// <summary>A film is shorter than a minute or longer than a day.</summary>
    DurationInvalid = 9,

    /// <summary>A genre is empty, too long, or not well-formed text.</summary>
    GenreInvalid = 10,

    /// <summary>An age rating is too long or not well-formed text.</summary>
    RatingInvalid = 11,

    /// <summary>A poster's address is too long or not well-formed text.</summary>
    PosterUrlInvalid = 12,

    /// <summary>A price is negative or above <see cref="CatalogueLimits.MaxPriceCents"/>.</summary>
    PriceInvalid = 13,

    /// <summary>There is not one price for each zone of the theater's plan.</summary>
    PriceCountInvalid = 14,

    /// <summary>A hold is shorter than 10 seconds or longer than an hour.</summary>
    HoldTimeInvalid = 15,

    /// <summary>A time is before 1970 or after 9999, or sales begin after the film.</summary>
    TimeInvalid = 16,

    /// <summary>The showtime would start, or has started, in the past.</summary>
    StartInPast = 17,

    /// <summary>There is no such theater.</summary>
    UnknownTheater = 18,

    /// <summary>There is no such film.</summary>
    UnknownMovie = 19,

    /// <summary>There is no such showtime.</summary>
    UnknownShowtime = 20,

    /// <summary>It has another revision than expected, or exists and should not; see the answer.</summary>
    RevisionConflict = 21,

    /// <summary>Another film is shown in the theater at that time, or it is being cleaned.</summary>
    Overlap = 22,

    /// <summary>The plan cannot change while the theater has showtimes to come.</summary>
    PlanInUse = 23,

    /// <summary>The duration cannot change while the film has showtimes to come.</summary>
    DurationInUse = 24,

    /// <summary>Showtimes refer to the theater.</summary>
    TheaterInUse = 25,

    /// <summary>Showtimes refer to the film.</summary>
    MovieInUse = 26,

    /// <summary>A showtime stays in its theater: its seats are those of the theater's plan.</summary>
    TheaterFixed = 27,

    /// <summary>The showtime was cancelled.</summary>
    AlreadyCancelled = 28,

    /// <summary>The showtime is over.</summary>
    AlreadyOver = 29,

    /// <summary>No room for another theater.</summary>
    TheatersFull = 30,

    /// <summary>No room for another film.</summary>
    MoviesFull = 31,

    /// <summary>No room for another showtime.</summary>
    ShowtimesFull = 32,

    /// <summary>The import weighs more than <see cref="CatalogueLimits.MaxImportBytes"/>; import in parts.</summary>
    ImportTooLarge = 33,
}
