using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Storage.Journal;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Players;

/// <summary>Facts of games, for tests of what is made of them.</summary>
internal static class PlayFacts
{
    /// <summary>Mostly scores, of modes there are and one there is not, with other facts between them.</summary>
    public static void Write(TestBatch facts, Random random, long timeMs, int players)
    {
        var partition = new PartitionKey(LeaderboardMachine.Id, (ulong)random.Next(1, 4));
        int start = RecordHeader.Reserve(facts.Records);
        var writer = new MessagePackWriter(facts.Records);
        ushort type = ScoreCounted.TypeId;
        ulong player = (ulong)random.Next(1, players + 1);
        if (random.Next(10) == 0)
        {
            type = PlayerBanned.TypeId;
            new PlayerBanned(player, BanKind.Shadow, 0, 1).Write(ref writer);
        }
        else
        {
            int score = random.Next(1, 1_000);
            new ScoreCounted(
                player, (ulong)timeMs, 0, score, score, 60, 1, 0, random.Next(1_000, 9_000), 1, 2, false, false)
                .Write(ref writer);
        }

        writer.Flush();
        RecordHeader.WriteEvent(facts.Records, start, new EventHeader(0, partition, type, 1, timeMs));
    }
}
