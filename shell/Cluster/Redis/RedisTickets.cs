using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Catalog.Shell.Auth;
using Catalog.Shell.Live;
using StackExchange.Redis;

namespace Catalog.Shell.Cluster.Redis;

/// <summary>
/// Tickets of all nodes: what one gave out another takes. While Redis is away a node gives out tickets of its own,
/// which are good at that node only.
/// <code>
/// {prefix}ticket:{text} ─► user,role,epoch,expiry     gone when taken, or by itself
/// </code>
/// Invariant: a ticket is in Redis or in one node's memory, never in both, so it is good once. When Redis does not
/// confirm one, it is not handed out, and the node's own has another text.
/// </summary>
/// <remarks>Thread-safe. One round trip each; a ticket of this node none.</remarks>
internal sealed class RedisTickets(RedisConnection redis, MemoryTickets own, TimeSpan life, TimeProvider clock)
    : ITicketStore
{
    // In one step, or two nodes might both read it. GETDEL would need Redis 6.2.
    private const string Take =
        "local holder = redis.call('GET', KEYS[1]) if holder then redis.call('DEL', KEYS[1]) end return holder";

    private const string Kind = "ticket";

    /// <inheritdoc/>
    public async ValueTask<Ticket?> IssueAsync(Caller holder, CancellationToken cancel)
    {
        string text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(MemoryTickets.SizeBytes));
        long expiresMs = clock.GetUtcNow().ToUnixTimeMilliseconds() + (long)life.TotalMilliseconds;
        return await redis.TrySetAsync(redis.KeyOf(Kind, text), Write(in holder), life)
            ? new Ticket(text, expiresMs)
            : await own.IssueAsync(holder, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<Caller?> TakeAsync(string text, CancellationToken cancel)
    {
        if (text.Length != MemoryTickets.TextChars || !Base64Url.IsValid(text)) return null;
        if (await own.TakeAsync(text, cancel) is { } here) return here;
        RedisResult? found = await redis.TryRunAsync(Take, redis.KeyOf(Kind, text), [], redis.Patience);
        return found is null || found.IsNull ? null : Read((string)found);
    }

    private static string Write(in Caller holder) => string.Create(
        CultureInfo.InvariantCulture, $"{holder.UserId},{(int)holder.Role},{holder.Epoch},{holder.ExpiresMs}");

    /// <summary>What <see cref="Write"/> wrote; null for what this version does not know.</summary>
    private static Caller? Read(string text)
    {
        string[] parts = text.Split(',');
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (parts.Length != 4
            || !ulong.TryParse(parts[0], NumberStyles.None, culture, out ulong userId)
            || !int.TryParse(parts[1], NumberStyles.None, culture, out int role)
            || !Enum.IsDefined((AccountRole)role)
            || !int.TryParse(parts[2], NumberStyles.AllowLeadingSign, culture, out int epoch)
            || !long.TryParse(parts[3], NumberStyles.None, culture, out long expiresMs))
        {
            return null;
        }

        return new Caller(userId, (AccountRole)role, epoch, expiresMs);
    }
}
