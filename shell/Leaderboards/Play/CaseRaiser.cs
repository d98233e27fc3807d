using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Players;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>
/// Puts accounts before a human: a case in the mode of the account's last game, unless one is open already. It only
/// flags. Thread-safe; repeating it is harmless.
/// </summary>
public sealed class CaseRaiser(ProjectionView<PlayBook> view, LeaderboardClient boards)
{
    /// <summary>Raises a case for a player, if the player is flagged and nothing says that this was told.</summary>
    /// <param name="playerId">The player.</param>
    /// <returns>False when the mode did not answer: to be tried again.</returns>
    public async ValueTask<bool> RaiseAsync(ulong playerId)
    {
        if (view.Read(playerId, static (book, id) => Find(book, id)) is not { } found) return true;
        var request = new RaiseCase(
            boards.NowMs, playerId, found.Verdict.Score, found.Verdict.Pattern, found.Games, found.Reasons);
        Reply<BoardResult> reply = await boards.AskAsync<RaiseCase, BoardResult>(
            PlaySource.ModeOf(found.Mode), request);
        return reply.HasValue;
    }

    private static (AnomalyVerdict Verdict, int Games, IReadOnlyList<AnomalyReason> Reasons, int Mode)? Find(
        PlayBook book, ulong playerId)
    {
        (AnomalyVerdict verdict, int games) = book.JudgementOf(playerId);
        if (!verdict.IsFlagged || book.IsBanned(playerId)) return null;
        FlagNote? note = book.FlagOf(playerId);
        if (note is { } told && !told.IsOutdated(verdict.Score, games)) return null;
        Span<PlayedGame> last = stackalloc PlayedGame[1];
        if (book.CopyGames(playerId, last) == 0) return null;
        int mode = note is { Status: CaseStatus.Open } open ? open.Mode : last[0].Mode;
        return (verdict, games, book.Models.Explain(playerId), mode);
    }
}
