using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Leaderboards.Live;

/// <summary>
/// What players' own scores did, told as soon as it is durable: the fact has the rank, so that no board is asked, and
/// nobody waits for a beat. What is not told here, because facts came faster than they were read, the next beat tells.
/// </summary>
public sealed partial class LiveBoards
{
    private async Task RunOwnAsync(EventSubscription tail)
    {
        while (await tail.ReadAsync() is { } first)
        {
            bool isWatched = !_watched.IsEmpty;
            if (isWatched) TellOwn(in first);
            while (tail.TryRead(out TailItem item))
                if (isWatched) TellOwn(in item);
        }
    }

    private void TellOwn(in TailItem item)
    {
        if (item.IsGap || GameModes.Find(item.Header.Partition.Key) is not { } mode) return;
        var reader = new MessagePackReader(item.Payload.Span);
        ScoreCounted fact = ScoreCounted.Read(ref reader, item.Header.Version);
        if (!_watched.TryGetValue(fact.PlayerId, out WatchedPlayer? watched)) return;
        lock (watched)
        {
            // What the boards were asked since then is newer.
            if (watched[mode] is { } told && told.AsOfMs >= item.Header.TimeMs) return;
            var now = new PlayerRank(fact.Rank, fact.Total);
            TryTellRank(mode, fact.PlayerId, watched, now, item.Header.TimeMs);
        }
    }
}
