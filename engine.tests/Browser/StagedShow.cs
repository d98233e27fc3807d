namespace Catalog.Engine.Tests.Browser;

/// <summary>A showtime that was put on for a test.</summary>
internal sealed record StagedShow(string Id, string FilmId, string HouseId, string Title)
{
    public string Seats => "/booking/showtimes/" + Id;
}
