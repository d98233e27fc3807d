using Catalog.Bench.Shared.Redis;

namespace Catalog.Bench.Booking;

/// <summary>
/// One way of keeping seat holds in Redis: a Lua script and how it is called. A key a seat with Redis' own expiry was
/// tried too; its five calls a hold made it three times slower, and it cannot be told the time.
/// </summary>
internal abstract class RedisHoldScript
{
    /// <summary>The ways that are measured; the first is fastest and is the peer.</summary>
    public static IReadOnlyList<RedisHoldScript> All { get; } = [new BitfieldHolds(), new HashHolds()];

    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>The script; it answers 1 or 0.</summary>
    public abstract string Source { get; }

    /// <summary>Encodes a call.</summary>
    public abstract void Append(RespPipeline pipeline, ReadOnlySpan<byte> sha, in SeatAttempt attempt, long nowMs);

    /// <summary>
    /// A string a showtime: 64 bits a seat, the hold's expiry. Writing answers what stood there before, so a granted
    /// hold is one call and a refused one two: it puts back what it overwrote.
    /// </summary>
    private sealed class BitfieldHolds : RedisHoldScript
    {
        public override string Name => "a bitfield a showtime";

        public override string Source => """
            local k, a, x = KEYS[1], ARGV, ARGV[6]
            local r = redis.call('BITFIELD', k, 'SET', 'i64', a[2], x, 'SET', 'i64', a[3], x,
              'SET', 'i64', a[4], x, 'SET', 'i64', a[5], x)
            local now = tonumber(a[1])
            if r[1] <= now and r[2] <= now and r[3] <= now and r[4] <= now then return 1 end
            redis.call('BITFIELD', k, 'SET', 'i64', a[2], r[1], 'SET', 'i64', a[3], r[2],
              'SET', 'i64', a[4], r[3], 'SET', 'i64', a[5], r[4])
            return 0
            """;

        public override void Append(
            RespPipeline pipeline, ReadOnlySpan<byte> sha, in SeatAttempt attempt, long nowMs)
        {
            pipeline.Begin(10);
            pipeline.Bulk("EVALSHA"u8);
            pipeline.Bulk(sha);
            pipeline.Bulk("1"u8);
            pipeline.Bulk("s"u8, attempt.Showtime);
            pipeline.Bulk(""u8, nowMs);
            pipeline.Bulk("#"u8, attempt.A);
            pipeline.Bulk("#"u8, attempt.B);
            pipeline.Bulk("#"u8, attempt.C);
            pipeline.Bulk("#"u8, attempt.D);
            pipeline.Bulk(""u8, nowMs + HoldWorkload.HoldMs);
        }
    }

    /// <summary>A hash a showtime: seat to expiry and owner. Expired fields are taken over in place.</summary>
    private sealed class HashHolds : RedisHoldScript
    {
        public override string Name => "a hash a showtime";

        public override string Source => """
            local k, a = KEYS[1], ARGV
            local r = redis.call('HMGET', k, a[2], a[3], a[4], a[5])
            local now = a[1]
            if (r[1] and r[1] > now) or (r[2] and r[2] > now)
              or (r[3] and r[3] > now) or (r[4] and r[4] > now) then return 0 end
            local v = a[6]
            redis.call('HSET', k, a[2], v, a[3], v, a[4], v, a[5], v)
            return 1
            """;

        public override void Append(
            RespPipeline pipeline, ReadOnlySpan<byte> sha, in SeatAttempt attempt, long nowMs)
        {
            pipeline.Begin(10);
            pipeline.Bulk("EVALSHA"u8);
            pipeline.Bulk(sha);
            pipeline.Bulk("1"u8);
            pipeline.Bulk("s"u8, attempt.Showtime);
            pipeline.Bulk(""u8, nowMs);
            pipeline.Bulk(""u8, attempt.A);
            pipeline.Bulk(""u8, attempt.B);
            pipeline.Bulk(""u8, attempt.C);
            pipeline.Bulk(""u8, attempt.D);
            pipeline.Bulk(""u8, nowMs + HoldWorkload.HoldMs);
        }
    }
}
