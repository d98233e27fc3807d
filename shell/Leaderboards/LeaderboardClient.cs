using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards;

/// <summary>The game modes and the players as the rest of the system asks them. Thread-safe.</summary>
public sealed class LeaderboardClient(
    SystemHandle<LeaderboardState> modes, SystemHandle<PlayersState> players, TimeProvider clock)
{
    /// <summary>Now, milliseconds since 1970.</summary>
    public long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Sends a request to a mode.</summary>
    public ValueTask<Reply<TResult>> AskAsync<TCommand, TResult>(GameMode mode, in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult> =>
        modes.ExecuteAsync<TCommand, TResult>(mode.Id, in command);

    /// <summary>Sends a request to the players.</summary>
    public ValueTask<Reply<TResult>> AskPlayersAsync<TCommand, TResult>(in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult> =>
        players.ExecuteAsync<TCommand, TResult>(PlayersMachine.Key, in command);

    /// <summary>Reads a part of a board.</summary>
    public ValueTask<Reply<BoardReading>> ReadAsync(GameMode mode, in BoardWish wish) =>
        AskAsync<ReadBoard, BoardReading>(mode, new ReadBoard(NowMs, new BoardCopy(), wish));

    /// <summary>Looks a player of a mode up.</summary>
    public ValueTask<Reply<PlayerReading>> PlayerAsync(GameMode mode, ulong playerId) =>
        AskAsync<ReadPlayer, PlayerReading>(mode, new ReadPlayer(NowMs, playerId));
}
