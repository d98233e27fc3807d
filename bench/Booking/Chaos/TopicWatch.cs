using System.Diagnostics;
using System.IO.Hashing;
using Catalog.Bench.Shared.Peers.Kafka;
using Catalog.Shell.Booking.Consumers;
using Catalog.Shell.Cluster.Kafka;
using Catalog.Shell.Events;
using Confluent.Kafka;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>
/// Somebody else's program that reads the topics from their beginning and remembers what came. What comes again must be
/// the same as the first time, and what comes first be behind what its key had before.
/// </summary>
internal sealed class TopicWatch : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IConsumer<byte[], byte[]> _consumer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<EventId, ulong> _seen = [];
    private readonly Dictionary<(string Topic, string Key), (long, int)> _last = [];
    private readonly List<string> _faults = [];
    private readonly Task _reading;
    private long _again;

    /// <summary>Begins to read.</summary>
    public TopicWatch(KafkaOptions options)
    {
        // No member of a group: nothing but the messages is asked of the broker.
        _consumer = new KafkaClients(options).Consumer($"watch-{Guid.NewGuid():N}").Build();
        string[] topics = [BookingTopics.Bookings, BookingTopics.Notifications, BookingTopics.Analytics];
        _consumer.Assign(
            from topic in topics
            from partition in Enumerable.Range(0, KafkaPeer.PartitionCount)
            select new TopicPartitionOffset(options.Prefix + topic, partition, Offset.Beginning));
        _reading = Task.Factory.StartNew(
            Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Waits until everything that is expected has come; what is wrong, in words.</summary>
    public async Task<List<string>> CheckAsync(List<EventId> expected, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        while (Missing(expected).Count > 0 && Stopwatch.GetElapsedTime(start) < Patience)
            await Task.Delay(50, cancel);
        List<string> faults = [.. Missing(expected).Select(static id => $"{id} never came")];
        lock (_gate)
        {
            faults.AddRange(_faults);
            _faults.Clear();
        }

        return faults;
    }

    /// <summary>How many messages came again since the last call.</summary>
    public long TakeAgain() => Interlocked.Exchange(ref _again, 0);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _consumer.Close();
        _consumer.Dispose();
        _stop.Dispose();
    }

    private List<EventId> Missing(List<EventId> expected)
    {
        lock (_gate) return [.. expected.Where(id => !_seen.ContainsKey(id)).Take(20)];
    }

    private void Read()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (_consumer.Consume(TimeSpan.FromMilliseconds(100)) is { Message: not null } one) Take(one);
            }
            catch (ConsumeException)
            {
                // The broker is away, or nobody has written to that topic so far.
                _stop.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    private void Take(ConsumeResult<byte[], byte[]> one)
    {
        BusEvent message = KafkaEnvelope.Read(one.Topic, one.Message.Value);
        EventId id = EventId.Of(in message);
        ulong content = XxHash64.HashToUInt64(one.Message.Value);
        lock (_gate)
        {
            if (!_seen.TryAdd(id, content))
            {
                Interlocked.Increment(ref _again);
                if (_seen[id] != content) _faults.Add($"{id} came again as something else");
                return;
            }

            (long, int) place = (id.Position, id.Ordinal);
            (string Topic, string Key) key = (id.Topic, message.Key);
            if (_last.TryGetValue(key, out (long, int) last) && place.CompareTo(last) < 0)
                _faults.Add($"{id} came behind {last}");
            _last[key] = place;
        }
    }
}
