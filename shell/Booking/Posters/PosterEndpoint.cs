using System.Globalization;
using System.Text;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Posters;

/// <summary>Posters for films that bring none. Thread-safe.</summary>
public sealed class PosterEndpoint(ProjectionView<CatalogueView> catalogue)
{
    /// <summary>Its address names the film's revision, so what a client has is right for good.</summary>
    private const string Caching = "public, max-age=31536000, immutable";

    /// <summary>Maps <c>GET api/movies/{movie_id}/poster.svg</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/movies/{movie_id}/poster.svg", HandleAsync)
            .Describe("Catalogue", "A film's poster, drawn from its title and genre")
            .Query("v", "The film's revision, so that the answer can be cached")
            .Gives(StatusCodes.Status200OK).Fails(404);

    /// <summary>Where a film's poster is: its own, or the one drawn here.</summary>
    public static string AddressOf(Movie movie) => movie.PosterUrl.Length > 0
        ? movie.PosterUrl
        : string.Create(CultureInfo.InvariantCulture, $"/booking/api/movies/{movie.Id}/poster.svg?v={movie.Revision}");

    private async Task HandleAsync(HttpContext context)
    {
        Movie? movie = null;
        if (IdText.TryRead(context, "movie_id", out ulong id))
            movie = catalogue.Read(id, static (all, key) => all.TryFindMovie(key, out Movie? found) ? found : null);
        if (movie is null)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        HttpResponse response = context.Response;
        response.ContentType = "image/svg+xml";
        response.Headers.CacheControl = Caching;

        // Opened by itself it is a document; it has nothing to load or run.
        response.Headers.ContentSecurityPolicy = "default-src 'none'";
        byte[] svg = Encoding.UTF8.GetBytes(PosterArt.Draw(movie));
        response.ContentLength = svg.Length;
        await response.Body.WriteAsync(svg, context.RequestAborted);
    }
}
