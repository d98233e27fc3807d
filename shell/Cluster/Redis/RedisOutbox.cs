using System.Threading.Channels;

namespace Catalog.Shell.Cluster.Redis;

/// <summary>
/// What waits to be published. Bounded: 64 Ki messages and 16 MiB; what comes beyond is lost, and the numbers that
/// messages bear tell the other nodes so. Written by any thread, read by one.
/// </summary>
internal sealed class RedisOutbox
{
    private const int MaxMessages = 64 * 1024;
    private const int MaxBytes = 16 * 1024 * 1024;

    private readonly Channel<RedisMessage> _waiting =
        Channel.CreateBounded<RedisMessage>(new BoundedChannelOptions(MaxMessages) { SingleReader = true });

    private long _waitingBytes;
    private long _sentCount;
    private long _lostCount;

    /// <summary>Messages that were sent.</summary>
    public long SentCount => Volatile.Read(ref _sentCount);

    /// <summary>Messages that were lost.</summary>
    public long LostCount => Volatile.Read(ref _lostCount);

    /// <summary>Whether nothing waits, and nothing more will.</summary>
    public bool IsOver => _waiting.Reader.Completion.IsCompleted;

    /// <summary>One more; lost if there is no room.</summary>
    public void Add(in RedisMessage message)
    {
        bool isThere = Interlocked.Add(ref _waitingBytes, message.Bytes.Length) <= MaxBytes
            && _waiting.Writer.TryWrite(message);
        if (isThere) return;
        Interlocked.Add(ref _waitingBytes, -message.Bytes.Length);
        Interlocked.Increment(ref _lostCount);
    }

    /// <summary>No more come.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    /// <summary>Completes when there is one, or false when there will be no more.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancel) => _waiting.Reader.WaitToReadAsync(cancel);

    /// <summary>Takes up to so many.</summary>
    public void Take(List<RedisMessage> into, int count)
    {
        into.Clear();
        while (into.Count < count && _waiting.Reader.TryRead(out RedisMessage message))
        {
            Interlocked.Add(ref _waitingBytes, -message.Bytes.Length);
            into.Add(message);
        }
    }

    /// <summary>What was taken has been sent, or is lost.</summary>
    public void Count(int count, bool areSent) => Interlocked.Add(ref areSent ? ref _sentCount : ref _lostCount, count);

    /// <summary>Loses everything that waits.</summary>
    public void Lose()
    {
        while (_waiting.Reader.TryRead(out RedisMessage message))
        {
            Interlocked.Add(ref _waitingBytes, -message.Bytes.Length);
            Interlocked.Increment(ref _lostCount);
        }
    }
}
