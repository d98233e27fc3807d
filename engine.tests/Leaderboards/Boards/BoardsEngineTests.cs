using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>A game mode on a real engine, journal and folder.</summary>
public sealed class BoardsEngineTests : IDisposable
{
    private const ulong Mode = 7;
    private const long NowMs = 1_900_000_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-boards-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_restart_finds_the_boards_as_they_were()
    {
        var terms = new ModeTerms { Name = "Raid", MaxScorePerGame = 1_000, AverageGameSeconds = 600 };
        IReadOnlyList<BoardRow> before = await RunAsync(async modes =>
        {
            await modes.ExecuteAsync<OpenMode, BoardResult>(Mode, new OpenMode(NowMs, terms));
            for (ulong player = 1; player <= 200; player++) await SubmitAsync(modes, player, (int)(player * 37 % 101));
            await modes.ExecuteAsync<BanPlayer, BoardResult>(
                Mode, new BanPlayer(NowMs, 3, BanKind.Shadow, 0, 9));
        });
        Assert.Equal(199, before.Count);
        IReadOnlyList<BoardRow> after = await RunAsync(async modes =>
        {
            Reply<SubmitResult> again = await SubmitAsync(modes, 5, 5 * 37 % 101);
            Assert.Equal((ReplyStatus.Done, BoardCode.Ok), (again.Status, again.Value.Code));
        });
        Assert.Equal(before, after);
    }

    private async Task<IReadOnlyList<BoardRow>> RunAsync(Func<SystemHandle<LeaderboardState>, Task> use)
    {
        await using var engine = new CatalogEngine(new EngineOptions(), EngineStorage.OpenFolder(_folder));
        SystemHandle<LeaderboardState> modes = engine.Add(new LeaderboardMachine());
        await engine.StartAsync();
        await use(modes);
        var read = new ReadBoard(NowMs, new BoardCopy(), BoardWish.Top(WindowKind.AllTime, 1_000));
        Reply<BoardReading> reply = await modes.ExecuteAsync<ReadBoard, BoardReading>(Mode, read);
        return reply.Value.Copy.Rows;
    }

    // The submission's id is the player's: the second time it is known, and changes nothing.
    private static ValueTask<Reply<SubmitResult>> SubmitAsync(
        SystemHandle<LeaderboardState> modes, ulong player, int score) =>
        modes.ExecuteAsync<SubmitScore, SubmitResult>(
            Mode, new SubmitScore(NowMs, player, player, (ulong)score, score, 600, 0));
}
