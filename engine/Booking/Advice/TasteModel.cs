using Catalog.Engine.Models.Linear;
using Catalog.Engine.Models.Recommending;

namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Says which films a person is likely to book next: what people with the same history booked, genres, what draws near
/// home, and what is on in reach. How much each counts was learned from bookings. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// A conditional choice among what is on (McFadden 1974), its weights found by logistic regression of booked films
/// against others drawn at random. Suggesting is O(showtimes + films × history).
/// </remarks>
public sealed class TasteModel
{
    internal const int Columns = 9;

    // Most tickets are bought in the last days.
    private const double SoonDays = 3;

    // Before anything was learned: what draws, what is near, what one likes.
    private static readonly double[] UsualWeights = [0.6, 0.4, 0.8, 0.5, 0.6, 0, 0, 0, 0];

    private readonly HistoryHouse _house;
    private readonly FilmDraws _draws;
    private readonly ItemNeighbours _neighbours;
    private readonly LogisticRegression? _weights;
    private readonly double[] _genreShares;
    private readonly ShowPull _pull;
    private readonly Dictionary<string, int> _genreOf = new(StringComparer.Ordinal);

    internal TasteModel(
        HistoryHouse house, FilmDraws draws, ItemNeighbours neighbours, LogisticRegression? weights,
        double[] genreShares, ShowPull pull)
    {
        (_house, _draws, _neighbours, _weights) = (house, draws, neighbours, weights);
        (_genreShares, _pull) = (genreShares, pull);
        for (int genre = 0; genre < house.Genres.Count; genre++) _genreOf[house.Genres[genre]] = genre;
    }

    /// <summary>Whether its weights were learned; else they are the usual ones.</summary>
    public bool IsLearned => _weights is not null;

    /// <summary>
    /// Suggests films with showtimes to come that have free seats and that the person has not booked. O(showtimes +
    /// films × history); allocates the answer and about 200 bytes a film.
    /// </summary>
    /// <param name="visits">The person's bookings, the latest first; none for somebody new.</param>
    /// <param name="shows">The showtimes of the next weeks.</param>
    /// <param name="request">What is asked.</param>
    public IReadOnlyList<Suggestion> Suggest(
        ReadOnlySpan<TasteVisit> visits, ReadOnlySpan<UpcomingShowtime> shows, TasteRequest request)
    {
        TasteProfile profile = ProfileOf(visits);
        Dictionary<ulong, TasteCandidate> candidates = Scan(profile, shows, request);
        float[] likeness = LikenessTo(profile);
        var ranked = new List<(TasteCandidate Candidate, float[] Row, double Score)>(candidates.Count);
        string? city = request.City ?? profile.City;
        foreach (TasteCandidate candidate in candidates.Values)
        {
            float[] row = new float[Columns];
            Fill(profile, candidate, likeness, (city, request.NowMs), row);
            ranked.Add((candidate, row, ScoreOf(row, profile.Visits > 0)));
        }

        // Ties by id, so that the same question has the same answer.
        ranked.Sort(static (a, b) =>
        {
            int byScore = b.Score.CompareTo(a.Score);
            return byScore != 0 ? byScore : a.Candidate.Movie.Id.CompareTo(b.Candidate.Movie.Id);
        });
        var answer = new List<Suggestion>(request.Limit);
        foreach ((TasteCandidate candidate, float[] row, double score) in ranked.Take(request.Limit))
        {
            var best = new List<UpcomingShowtime>();
            foreach (int show in candidate.BestShows) best.Add(shows[show]);
            IReadOnlyList<TasteReason> reasons = TasteReasons.Of(this, profile, candidate, row, (best, city));
            answer.Add(new Suggestion(candidate.Movie, score, reasons, best));
        }

        return answer;
    }

    internal static TasteProfile ProfileOf(ReadOnlySpan<TasteVisit> visits)
    {
        var profile = new TasteProfile();
        foreach (ref readonly TasteVisit visit in visits)
        {
            profile.Add(visit.Movie.Id, visit.Movie.Title, visit.Movie.Genre, visit.StartsAtMs);
            profile.AddPlace(visit.Theater.City, visit.Theater.Latitude, visit.Theater.Longitude);
        }

        return profile;
    }

    /// <summary>What a column adds to a score, against what is average in it.</summary>
    internal double Contribution(ReadOnlySpan<float> row, int column) =>
        _weights is null ? UsualWeights[column] * row[column] : _weights.Contribution(row, column);

    /// <summary>The film of a history a candidate is most like, or null.</summary>
    internal string? MostAlike(TasteProfile profile, int film)
    {
        string? title = null;
        float most = 0;
        Span<ScoredItem> similar = stackalloc ScoredItem[50];
        foreach ((ulong id, string seen) in profile.Films)
        {
            int count = _neighbours.Similar(_house.FilmOf(id), similar);
            foreach (ScoredItem other in similar[..count])
                if (other.Item == film && other.Score > most) (most, title) = (other.Score, seen);
        }

        return title;
    }

    // What was learned was learned from people with a history: for others it is what draws and what is in reach.
    private double ScoreOf(ReadOnlySpan<float> row, bool isKnown)
    {
        if (_weights is not null && isKnown) return _weights.Score(row);
        double score = 0;
        for (int i = 0; i < row.Length; i++) score += UsualWeights[i] * row[i];
        return score;
    }

    internal float[] LikenessTo(TasteProfile profile)
    {
        float[] scores = new float[Math.Max(1, _neighbours.ItemCount)];
        foreach ((ulong id, _) in profile.Films) _neighbours.AddScores(_house.FilmOf(id), 1, scores);
        return scores;
    }

    internal void Fill(
        TasteProfile profile, TasteCandidate candidate, float[] likeness, (string? City, long NowMs) at,
        Span<float> row)
    {
        int film = candidate.Film < _neighbours.ItemCount ? candidate.Film : -1;
        double share = _draws.ShareOf(film, at.NowMs);
        double local = film < 0 ? share * (1 + candidate.Sold) : _draws.ShareIn(at.City, film, at.NowMs);
        int genre = _genreOf.GetValueOrDefault(candidate.Movie.Genre, -1);
        double usual = genre < 0 ? 1.0 / Math.Max(10, _genreShares.Length) : _genreShares[genre];
        double liked = (profile.VisitsOf(candidate.Movie.Genre) + (2 * usual)) / (profile.Visits + 2);
        double alike = film < 0 ? 0 : likeness[film] / Math.Sqrt(Math.Max(1, profile.Films.Count));
        double ageDays = (at.NowMs - ShowSlots.DayMsOf(candidate.Movie.ReleasedOn)) / (double)ShowSlots.DayMs;
        row[0] = (float)Math.Log(local);
        row[1] = (float)Math.Log(share);
        row[2] = (float)Math.Log(liked / usual);
        row[3] = (float)Math.Log(1 + (20 * alike));
        row[4] = (float)Math.Log(candidate.Reach + 0.02);
        row[5] = (float)Math.Log(1 + Math.Max(0, ageDays));
        row[6] = ageDays < 10 ? 1 : 0;
        // What nobody could book yet, the house still shows more or less of.
        row[7] = (float)Math.Log(1 + candidate.Shows);
        double sharp = (profile.VisitsOf(candidate.Movie.Genre) + (0.3 * usual)) / (profile.Visits + 0.3);
        row[8] = (float)Math.Log(sharp / usual);
    }

    /// <summary>How well a showtime suits, and how much it brings its film within reach.</summary>
    internal (double Suits, double Reach) SuitOf(
        TasteProfile profile, double near, (long StartsAtMs, long NowMs) at, ulong theaterId)
    {
        double days = (at.StartsAtMs - at.NowMs) / (double)ShowSlots.DayMs;
        double suits = near * profile.TimelinessOf(at.StartsAtMs) * Math.Exp(-days / SoonDays);
        double pull = _pull.Of(at.StartsAtMs, _house.TheaterOf(theaterId));
        return (suits, days <= TasteTrainer.ReachDays ? suits * pull : 0);
    }

    private Dictionary<ulong, TasteCandidate> Scan(
        TasteProfile profile, ReadOnlySpan<UpcomingShowtime> shows, TasteRequest request)
    {
        var candidates = new Dictionary<ulong, TasteCandidate>();
        var nearness = new Dictionary<ulong, double>();
        for (int i = 0; i < shows.Length; i++)
        {
            ref readonly UpcomingShowtime show = ref shows[i];
            if (show.Free <= 0 || show.StartsAtMs <= request.NowMs || profile.HasSeen(show.Movie.Id)) continue;
            Theater theater = show.Theater;
            if (!nearness.TryGetValue(theater.Id, out double near))
            {
                near = profile.NearnessOf(theater.City, theater.Latitude, theater.Longitude, request.City);
                nearness.Add(theater.Id, near);
            }

            if (!candidates.TryGetValue(show.Movie.Id, out TasteCandidate? candidate))
            {
                candidate = new TasteCandidate(show.Movie, _house.FilmOf(show.Movie.Id));
                candidates.Add(show.Movie.Id, candidate);
            }

            (double suits, double reach) = SuitOf(profile, near, (show.StartsAtMs, request.NowMs), theater.Id);
            candidate.Add(i, suits, reach, show.Sold);
        }

        return candidates;
    }
}
