using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>Random lives of a game mode: every board always is what the list of all that counted makes it.</summary>
public sealed class BoardsProperties
{
    [Theory]
    [InlineData(BoardOperator.Sum)]
    [InlineData(BoardOperator.Best)]
    [InlineData(BoardOperator.Last)]
    [InlineData(BoardOperator.Decrement)]
    public void BoardsAreWhatTheListOfAllScoresMakesThem(BoardOperator how) => Seeds.Run(() =>
    {
        HashSet<string> seen = [];
        for (int run = 0; run < 5; run++)
        {
            var host = new BoardsHarness(terms => BoardsWorld.Rules(terms, how));
            var world = new BoardsWorld(Seeds.Random(8_100 + run), host);
            for (int step = 0; step < 150; step++) world.Step();
            host.End();
            seen.UnionWith(world.Seen);
        }

        string[] expected =
        [
            "Ok", "Held", "repeated", "cleared", "upheld", "removed", "adjusted", "season reset", "ban over",
            "ban Shadow", "ban Temporary", "ban Permanent", "event over", "archived",
        ];
        Assert.Empty(expected.Except(seen));
    });
}
