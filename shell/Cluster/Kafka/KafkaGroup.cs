using System.Diagnostics;
using Catalog.Shell.Events;
using Confluent.Kafka;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>
/// A consumer of topics as a member of a consumer group: told of every event of its partitions, in order, at least
/// once;
/// offsets are committed when what they cover is durable. What cannot be handled after some attempts goes to a topic of
/// its own and is passed.
/// <code>
/// poll ─► handle ─┬► done ─────────────────────────┐
///                 └► failed: wait, again … ─► parked ┴► … flush, commit ─► poll
/// </code>
/// </summary>
/// <remarks>Runs on a thread of its own, because the client's poll blocks.</remarks>
internal sealed partial class KafkaGroup : IAsyncDisposable
{
    private const int CommitEvery = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private readonly IBusConsumer _consumer;
    private readonly KafkaClients _clients;
    private readonly KafkaSender _parking;
    private readonly KafkaOptions _options;
    private readonly ILogger<KafkaGroup> _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ConsumeResult<byte[], byte[]>> _done = [];
    private Task _loop = Task.CompletedTask;
    private long _committedAt;

    /// <summary>Makes a member; it does nothing until it is started.</summary>
    public KafkaGroup(
        IBusConsumer consumer,
        KafkaClients clients,
        KafkaSender parking,
        KafkaOptions options,
        ILogger<KafkaGroup> log)
    {
        _consumer = consumer;
        _clients = clients;
        _parking = parking;
        _options = options;
        _log = log;
    }

    /// <summary>The topic events go to that a consumer gave up on.</summary>
    public static string ParkingTopic(KafkaOptions options) => options.Prefix + "catalog-parked";

    /// <summary>How often an event is tried before it is parked.</summary>
    internal int MaxAttempts { get; init; } = 8;

    /// <summary>Joins the group and begins.</summary>
    public void Start() => _loop = Task.Factory.StartNew(
        Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Ends after the event being handled, commits, and leaves the group.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private void Run()
    {
        int failures = 0;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                RunMember(() => failures = 0);
            }
            catch (Exception failure)
            {
                // The membership is given up and with it what was not committed: it comes again.
                _isMember = false;
                if (_stop.IsCancellationRequested) return;
                _lastError = failure.Message;
                LostGroup(_log, failure, _consumer.Name);
                Wait(failures++);
            }
        }
    }

    private void RunMember(Action onProgress)
    {
        _done.Clear();
        using IConsumer<byte[], byte[]> member = _clients.Consumer(GroupName)
            .SetPartitionsAssignedHandler((_, _) => _isMember = true)
            .SetPartitionsRevokedHandler((self, _) => Commit(self))
            .SetPartitionsLostHandler((_, _) => _done.Clear())
            .Build();
        member.Subscribe(_consumer.Topics.Select(topic => _options.Prefix + topic));
        _committedAt = Stopwatch.GetTimestamp();
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                if (member.Consume(Poll) is { } result)
                {
                    Handle(result);
                    _handled++;
                    _done.Add(result);
                    onProgress();
                }

                bool isDue = Stopwatch.GetElapsedTime(_committedAt) >= CommitInterval;
                if (_done.Count >= CommitEvery || isDue) Commit(member);
                Look(member);
            }

            Commit(member);
        }
        finally
        {
            _isMember = false;
            member.Close();
        }
    }

    private void Commit(IConsumer<byte[], byte[]> member)
    {
        _committedAt = Stopwatch.GetTimestamp();
        if (_done.Count == 0) return;
        Await(_consumer.FlushAsync(CancellationToken.None));
        member.Commit(_done
            .GroupBy(static result => result.TopicPartition)
            .Select(static all => new TopicPartitionOffset(all.Key, all.Max(static one => one.Offset.Value) + 1)));
        _done.Clear();
    }

    private void Handle(ConsumeResult<byte[], byte[]> result)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                string topic = result.Topic[_options.Prefix.Length..];
                Await(_consumer.HandleAsync(KafkaEnvelope.Read(topic, result.Message.Value), _stop.Token));
                return;
            }
            catch (Exception failure) when (!_stop.IsCancellationRequested)
            {
                _failedAttempts++;
                _lastError = failure.Message;
                if (attempt >= MaxAttempts || failure is FormatException)
                {
                    Park(result, failure);
                    return;
                }

                Wait(attempt - 1);
            }
        }
    }

    private void Park(ConsumeResult<byte[], byte[]> result, Exception failure)
    {
        Parked(_log, failure, _consumer.Name, result.TopicPartitionOffset.ToString());
        _parked++;
        var record = new KafkaRecord
        {
            Topic = ParkingTopic(_options),
            Key = result.Message.Key ?? [],
            Value = KafkaParked.Write(_consumer.Name, result, failure),
            Headers = [],
            TimeMs = result.Message.Timestamp.UnixTimestampMs,
        };
        lock (_parking)
        {
            Await(_parking.SendAsync(record, _stop.Token));
            Await(_parking.DrainAsync(LongestWait, _stop.Token));
        }
    }

    private void Wait(int failures)
    {
        TimeSpan wait = TimeSpan.FromMilliseconds(100) * Math.Pow(2, Math.Min(failures, 10));
        _stop.Token.WaitHandle.WaitOne(wait < LongestWait ? wait : LongestWait);
    }

    /// <summary>Waits on this thread, which belongs to the group alone.</summary>
    private static void Await(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully) task.AsTask().GetAwaiter().GetResult();
    }

    [LoggerMessage(80, LogLevel.Warning, "Consumer group of {Name}: begins anew")]
    private static partial void LostGroup(ILogger logger, Exception failure, string name);

    [LoggerMessage(81, LogLevel.Error, "{Name} gave up on {Where}: it is in the topic of parked events")]
    private static partial void Parked(ILogger logger, Exception failure, string name, string where);
}
