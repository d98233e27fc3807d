using Catalog.Engine.Models.Text;

namespace Catalog.Engine.Booking;

/// <content>Listing films and theaters.</content>
public sealed partial class CatalogueView
{
    /// <summary>Lists films by title. O(films), allocating the page.</summary>
    /// <param name="query">Which, which part.</param>
    /// <param name="page">The rows; none when refused.</param>
    /// <returns>Why not, if not.</returns>
    public BrowseStatus ListMovies(MovieQuery query, out CataloguePage<Movie> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        var request = new NameRequest(query.Search, query.Limit, query.Cursor, query.FilterHash());
        return List(_movies, in request, movie => IsSame(query.Genre, movie.Genre), out page);
    }

    /// <summary>Lists theaters by name. O(theaters), allocating the page.</summary>
    /// <param name="query">Which, which part.</param>
    /// <param name="page">The rows; none when refused.</param>
    /// <returns>Why not, if not.</returns>
    public BrowseStatus ListTheaters(TheaterQuery query, out CataloguePage<Theater> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        var request = new NameRequest(query.Search, query.Limit, query.Cursor, query.FilterHash());
        return List(_theaters, in request, theater => IsSame(query.City, theater.City), out page);
    }

    /// <summary>The genres films have, each once, in order. O(films).</summary>
    public IReadOnlyList<string> Genres() => Distinct(_movies, movie => movie.Genre);

    /// <summary>The cities theaters are in, each once, in order. O(theaters).</summary>
    public IReadOnlyList<string> Cities() => Distinct(_theaters, theater => theater.City);

    private static BrowseStatus List<TRecord>(
        NamedTable<TRecord> table,
        in NameRequest request,
        Predicate<TRecord> passes,
        out CataloguePage<TRecord> page)
        where TRecord : class
    {
        page = CataloguePage<TRecord>.Empty;
        BrowseStatus status = BrowseLimits.Check(request.Limit, request.Search);
        if (status != BrowseStatus.Ok) return status;
        int first = 0;
        if (request.Cursor is not null)
        {
            if (!NameCursor.TryDecode(request.Cursor, out NameCursor after)) return BrowseStatus.CursorInvalid;
            if (after.FilterHash != request.FilterHash) return BrowseStatus.CursorOfOtherFilter;
            first = table.RankAfter(after.Name, after.Id);
        }

        string[] words = TextFolding.Words(request.Search);
        var rows = new List<TRecord>();
        int total = 0;
        string? next = null;
        NamedEntry<TRecord> last = default;
        for (int rank = 0; rank < table.Count; rank++)
        {
            NamedEntry<TRecord> entry = table.AtRank(rank);
            if (!passes(entry.Record) || !TextFolding.ContainsAll(entry.FoldedName, words)) continue;
            total++;
            if (rank < first) continue;
            if (rows.Count < request.Limit)
            {
                rows.Add(entry.Record);
                last = entry;
            }
            else
            {
                next ??= new NameCursor(request.FilterHash, last.FoldedName, last.Id).Encode();
            }
        }

        page = new CataloguePage<TRecord>(rows, total, next);
        return BrowseStatus.Ok;
    }

    private static string[] Distinct<TRecord>(NamedTable<TRecord> table, Func<TRecord, string> value)
        where TRecord : class
    {
        var values = new SortedSet<string>(StringComparer.Ordinal);
        for (int rank = 0; rank < table.Count; rank++) values.Add(value(table.AtRank(rank).Record));
        return [.. values];
    }
}
