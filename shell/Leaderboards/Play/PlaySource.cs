using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Shell.Events;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>
/// What is known of how people play, for whoever asks: every server has all of it. Thread-safe; reading is quick and
/// returns copies.
/// </summary>
public sealed class PlaySource(ProjectionView<PlayBook> view, ReadYourWrites reads, TimeProvider clock)
{
    /// <summary>A player's games that are looked at for one answer.</summary>
    public const int MaxGames = 1_000;

    /// <summary>The present, milliseconds since 1970.</summary>
    public long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The number of a mode in the book.</summary>
    public static int IndexOf(GameMode mode) => (int)mode.Id - 1;

    /// <summary>The mode of a number in the book.</summary>
    public static GameMode ModeOf(int index) => GameModes.All[index];

    /// <summary>Reads the book between two batches of facts.</summary>
    /// <param name="argument">Handed to <paramref name="read"/>.</param>
    /// <param name="read">Called once, at once; quick, and returns copies.</param>
    public TResult Read<TArgument, TResult>(TArgument argument, Func<PlayBook, TArgument, TResult> read) =>
        view.Read(argument, read);

    /// <summary>Waits until everything that is durable now is in the book.</summary>
    public Task WaitAsync(CancellationToken cancel) => reads.WaitAsync(view, cancel);

    /// <summary>Waits until every fact before a position is in the book.</summary>
    public Task WaitForAsync(long position, CancellationToken cancel) => view.WaitForAsync(position, cancel);

    /// <summary>A player's skill; null while no game was rated.</summary>
    public SkillRating? SkillOf(ulong playerId) =>
        view.Read((playerId, NowMs), static (book, ask) => book.Models.SkillOf(ask.playerId, ask.NowMs));

    /// <summary>A player's latest games of all modes, the earliest first.</summary>
    public PlayedGame[] GamesOf(ulong playerId, int most = MaxGames) =>
        view.Read((playerId, most), static (book, ask) =>
        {
            var games = new PlayedGame[ask.most];
            return games[..book.CopyGames(ask.playerId, games)];
        });

    /// <summary>What is unusual in how a player plays: the score, the games it rests on, and reasons.</summary>
    public (AnomalyVerdict Verdict, int Games, IReadOnlyList<AnomalyReason> Reasons) JudgementOf(ulong playerId) =>
        view.Read(playerId, static (book, id) =>
        {
            (AnomalyVerdict verdict, int games) = book.JudgementOf(id);
            return (verdict, games, book.Models.Explain(id));
        });
}
