using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards;
using Catalog.Seed.Shared;
using ServerModes = Catalog.Shell.Leaderboards.GameModes;

namespace Catalog.Seed.Leaderboards;

/// <summary>
/// Submits a world's games, in the order of their ends, in groups: while one is decided and made durable, the next is
/// filled.
/// </summary>
internal sealed class GamePlayer
{
    /// <summary>A day is so many steps of progress.</summary>
    public const int StepsADay = 100;

    private const int GroupSize = 1024;
    private const int GroupCount = 4;
    private readonly CommandGroup<LeaderboardState, SubmitScore, SubmitResult>[] _groups;
    private readonly ValueTask<ReplyStatus>[] _underWay = new ValueTask<ReplyStatus>[GroupCount];
    private readonly PlayerRoster _roster;
    private readonly RawShelf _shelf;
    private int _filled;
    private ulong _lastId;

    public GamePlayer(SystemHandle<LeaderboardState> modes, PlayerRoster roster, RawShelf shelf)
    {
        (_roster, _shelf) = (roster, shelf);
        _groups = new CommandGroup<LeaderboardState, SubmitScore, SubmitResult>[GroupCount];
        for (int i = 0; i < GroupCount; i++)
            _groups[i] = modes.CreateGroup<SubmitScore, SubmitResult>(modes.ShardIndexOf(1), GroupSize);
    }

    /// <summary>How many count.</summary>
    public long CountedCount { get; private set; }

    /// <summary>How many were held for review.</summary>
    public long HeldCount { get; private set; }

    /// <summary>Plays until now; everything is durable when this returns.</summary>
    public async Task PlayAsync(PlayWorld world, long nowMs, ISeedProgress progress)
    {
        var stream = new PlayStream(world);
        while (stream.TryNext(out _))
        {
            ReadOnlyMemory<Submission> games = stream.Games[..CountBefore(stream.Games.Span, nowMs)];
            long dayMs = world.BeginMs + ((stream.Day - 1) * PlayWorld.DayMs);
            for (int i = 0; i < games.Length; i++)
            {
                await SubmitAsync(games.Span[i]);
                if (i % (GroupSize * 8) == 0)
                    progress.Report(((stream.Day - 1L) * StepsADay) + ((long)i * StepsADay / games.Length));
            }

            await _shelf.KeepAsync(dayMs, games);
            SeedMemory.Collect();
        }

        await SendAsync();
        for (int i = 0; i < GroupCount; i++) await TakeAsync(i);
    }

    private async ValueTask SubmitAsync(Submission game)
    {
        // The id and the digest are as arbitrary to the server as those of a client.
        ulong id = ++_lastId * 0x9E37_79B9_7F4A_7C15;
        var submit = new SubmitScore(
            game.TimeMs,
            _roster.IdOf(game.Player),
            id,
            id,
            game.Score,
            game.DurationSeconds,
            _roster.RegionOf(game.Player));
        if (!_groups[_filled].TryAdd(ServerModes.All[game.Mode].Id, submit))
            throw new InvalidOperationException("The modes lie on several shards.");
        if (_groups[_filled].Count == GroupSize) await SendAsync();
    }

    private async ValueTask SendAsync()
    {
        if (_groups[_filled].Count > 0) _underWay[_filled] = _groups[_filled].ExecuteAsync();
        _filled = (_filled + 1) % GroupCount;
        await TakeAsync(_filled);
    }

    private async ValueTask TakeAsync(int index)
    {
        if (_groups[index].Count == 0) return;
        ReplyStatus status = await _underWay[index];
        if (status != ReplyStatus.Done) throw new InvalidOperationException($"Games were not taken: {status}.");
        Check(_groups[index]);
        _groups[index].Clear();
    }

    private void Check(CommandGroup<LeaderboardState, SubmitScore, SubmitResult> group)
    {
        foreach (Reply<SubmitResult> reply in group.Replies)
        {
            BoardCode code = reply.HasValue ? reply.Value.Code : BoardCode.NotOpen;
            if (code == BoardCode.Ok) CountedCount++;
            else if (code == BoardCode.Held) HeldCount++;
            else throw new InvalidOperationException($"A game was refused: {reply}.");
        }
    }

    private static int CountBefore(ReadOnlySpan<Submission> games, long nowMs)
    {
        int count = games.Length;
        while (count > 0 && games[count - 1].TimeMs >= nowMs) count--;
        return count;
    }
}
