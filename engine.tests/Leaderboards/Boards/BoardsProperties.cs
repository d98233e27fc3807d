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
            var world = new BoardsWorld(Seeds.Random(8_100 + run), how);
            for (int step = 0; step < 150; step++) world.Step();
            world.Harness.CheckReplay();
            seen.UnionWith(world.Seen);
        }

        string[] expected =
        [
            "Ok", "Held", "repeated", "cleared", "upheld", "removed", "adjusted", "season reset", "ban over",
            "ban Shadow", "ban Temporary", "ban Permanent",
        ];
        Assert.Empty(expected.Except(seen));
    });
}
