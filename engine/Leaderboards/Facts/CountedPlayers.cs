using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Reads ahead whose scores count, for models that fetch what they know of them.</summary>
internal static class CountedPlayers
{
    /// <summary>
    /// Reads the players of facts that follow one another, count a score and are of one mode. O(facts), allocates
    /// nothing.
    /// </summary>
    /// <param name="batch">The facts.</param>
    /// <param name="next">The first to look at; becomes the one behind the last that was looked at.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="ids">Where the players go.</param>
    /// <param name="mode">The mode.</param>
    /// <returns>How many there are; none when there is nothing more.</returns>
    public static int Read(EventBatch batch, ref int next, int end, Span<ulong> ids, out ulong mode)
    {
        int count = 0;
        mode = 0;
        for (; next < end && count < ids.Length; next++)
        {
            ref readonly EventHeader header = ref batch.Header(next);
            if (header.Partition.System != LeaderboardMachine.Id || header.Type != ScoreCounted.TypeId) continue;
            if (count > 0 && header.Partition.Key != mode) break;
            mode = header.Partition.Key;
            var reader = new MessagePackReader(batch.Payload(next));
            reader.ReadArrayHeader();
            ids[count++] = reader.ReadUInt64();
        }

        return count;
    }
}
