using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Shell.Leaderboards.Play.Contracts;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>A player's games in a mode beside everybody's. Thread-safe.</summary>
public sealed class EvidenceReader(PlaySource play, ProjectionView<ScoreFigures> figures)
{
    private const int MostGames = 300;

    // As many as the analyzer looks back.
    private const int Lately = 16;

    /// <summary>The latest games in a mode with where they stand, the earliest first.</summary>
    public EvidenceGameAnswer[] GamesOf(ulong playerId, GameMode mode) =>
        play.Read((playerId, Index: PlaySource.IndexOf(mode)), static (book, ask) =>
        {
            ModeField field = book.Models.FieldOf(ask.Index);
            return Array.ConvertAll(Latest(book, ask.playerId, ask.Index), game => Describe(game, field));
        });

    /// <summary>The player beside everybody: score, duration, games a day; nothing without games.</summary>
    public ComparisonAnswer[] Compare(ulong playerId, GameMode mode) =>
        figures.Read(mode.Id, (all, id) => all.Find(id) is not { Counted: > 0 } everybody
            ? []
            : play.Read((playerId, Index: PlaySource.IndexOf(mode), everybody), static (book, ask) =>
                Compare(book, ask.playerId, ask.Index, ask.everybody)));

    private static ComparisonAnswer[] Compare(PlayBook book, ulong playerId, int mode, ModeFigures everybody)
    {
        PlayedGame[] games = Latest(book, playerId, mode);
        if (games.Length == 0) return [];
        ModeField field = book.Models.FieldOf(mode);
        PlayedGame[] late = games[^Math.Min(Lately, games.Length)..];
        var compared = new List<ComparisonAnswer>
        {
            Compare(
                "score", (late.Average(static game => game.Score), (double)everybody.ScoreSum / everybody.Counted),
                everybody.ScoreAt, late.Average(game => field.StandingOf(game).Score)),
            Compare(
                "duration_seconds",
                (late.Average(static game => game.DurationSeconds), (double)everybody.SecondsSum / everybody.Counted),
                everybody.SecondsAt, late.Average(game => field.StandingOf(game).Duration)),
        };
        GamesADay days = book.DaysOf(mode);
        if (days.Days == 0) return [.. compared];
        double own = games.Length / (double)games.Select(static game => game.TimeMs / BoardCalendar.DayMs).Distinct()
            .Count();
        double apart = days.Deviation > 0 ? (own - days.Mean) / days.Deviation : 0;
        compared.Add(Compare("games_a_day", (own, days.Mean), days.At, apart));
        return [.. compared];
    }

    private static ComparisonAnswer Compare(
        string measure, (double Player, double Population) means, Func<double, double> at, double deviations) =>
        new(
            measure, Rounded(means.Player), Rounded(means.Population), Rounded(at(0.1)), Rounded(at(0.5)),
            Rounded(at(0.9)), Rounded(at(0.99)), Rounded(deviations));

    private static PlayedGame[] Latest(PlayBook book, ulong playerId, int mode)
    {
        var games = new PlayedGame[PlaySource.MaxGames];
        games = Array.FindAll(games[..book.CopyGames(playerId, games)], game => game.Mode == mode);
        return games[^Math.Min(MostGames, games.Length)..];
    }

    private static EvidenceGameAnswer Describe(PlayedGame game, ModeField field)
    {
        GameStanding standing = field.StandingOf(game);
        return new EvidenceGameAnswer(
            BoardAnswers.TimeOf(game.TimeMs), game.Score, game.DurationSeconds, Rounded(standing.Score),
            Rounded(standing.Duration));
    }

    private static double Rounded(double value) => Math.Round(value, 2);
}
