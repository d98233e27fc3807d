using Catalog.Bench.Shared.Engines;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Bench.Booking;

/// <summary>The hold workload as commands, dealt out by the shard that owns the showtime. Thread-safe.</summary>
internal sealed class ReserveSource : ICommandSource<ShowtimeState, ReserveSeats, HoldResult>
{
    private readonly HoldWorkload _workload;
    private readonly SeatAttempt[][] _attempts;
    private readonly Cursor[] _cursors;

    /// <summary>Sorts the attempts by shard.</summary>
    public ReserveSource(HoldWorkload workload, BookingHouses houses)
    {
        _workload = workload;
        var byShard = new List<SeatAttempt>[houses.ShardCount];
        for (int i = 0; i < byShard.Length; i++) byShard[i] = [];
        foreach (SeatAttempt attempt in workload.Attempts)
            byShard[houses.Showtimes.ShardIndexOf((ulong)attempt.Showtime)].Add(attempt);
        _attempts = [.. byShard.Select(list => list.ToArray())];
        _cursors = [.. byShard.Select(_ => new Cursor())];
    }

    public void Fill(int shard, int commandCount, CommandGroup<ShowtimeState, ReserveSeats, HoldResult> group)
    {
        SeatAttempt[] attempts = _attempts[shard];
        long first = Interlocked.Add(ref _cursors[shard].Next, commandCount) - commandCount;
        for (long number = first; number < first + commandCount; number++)
        {
            SeatAttempt attempt = attempts[number % attempts.Length];
            var seats = new SeatList(attempt.A, attempt.B, attempt.C, attempt.D);

            // Shards advance alike, so the number among all attempts is about this shard's times their count.
            var command = new ReserveSeats(_workload.NowMs(number * _attempts.Length), (ulong)number + 1, seats);
            if (!group.TryAdd((ulong)attempt.Showtime, in command))
                throw new InvalidOperationException("The group is full or the showtime another shard's.");
        }
    }

    public bool IsGranted(in Reply<HoldResult> reply)
    {
        if (reply.Status != ReplyStatus.Done)
            throw new InvalidOperationException($"The engine answered {reply.Status}.");
        return reply.Value.Code switch
        {
            BookingCode.Ok => true,
            BookingCode.SeatTaken => false,
            BookingCode code => throw new InvalidOperationException($"The showtime answered {code}."),
        };
    }

    private sealed class Cursor
    {
        public long Next;
    }
}
