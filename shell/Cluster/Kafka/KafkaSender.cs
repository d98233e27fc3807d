using Confluent.Kafka;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>
/// Sends messages and loses none: whatever was not acknowledged is kept, in order, and sent again by a new producer
/// when
/// the one that had it cannot go on. A key's messages arrive in order; after such a change some may arrive twice.
/// <code>
/// outstanding  [ acknowledged … │ sent │ sent │ acknowledged │ sent ]
///                └ forgotten from the front as soon as they are acknowledged
/// </code>
/// Invariants: (1) no more are outstanding than there is room for; (2) the first one is not acknowledged.
/// </summary>
/// <remarks>One sender at a time; delivery reports come on the client's thread. Waits are real time: the
/// network's.</remarks>
internal sealed class KafkaSender : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private readonly KafkaClients _clients;
    private readonly int _capacity;
    private readonly Lock _gate = new();
    private readonly LinkedList<KafkaRecord> _outstanding = new();
    private readonly SemaphoreSlim _moved = new(0, 1);
    private IProducer<byte[], byte[]>? _producer;
    private int _generation;
    private int _failures;
    private string? _failure;

    /// <summary>Makes a sender with room for so many unacknowledged messages; it connects with the first one.</summary>
    public KafkaSender(KafkaClients clients, int capacity)
    {
        _clients = clients;
        _capacity = capacity;
    }

    /// <summary>Messages brokers have acknowledged.</summary>
    public long AcknowledgedCount { get; private set; }

    /// <summary>The last thing that went wrong, or null.</summary>
    public string? LastError { get; private set; }

    /// <summary>Messages that were not acknowledged yet.</summary>
    public int OutstandingCount
    {
        get
        {
            lock (_gate) return _outstanding.Count;
        }
    }

    /// <summary>
    /// Takes a message; waits while there is no room. It is with a broker after <see cref="DrainAsync"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting: the message was not taken.</exception>
    public async ValueTask SendAsync(KafkaRecord record, CancellationToken cancel)
    {
        await WaitUntilAsync(_capacity - 1, cancel);
        lock (_gate) _outstanding.AddLast(record);
        Produce(record);
    }

    /// <summary>Completes when brokers have everything that was sent.</summary>
    /// <exception cref="TimeoutException">They did not within <paramref name="patience"/>; it is still being
    /// tried.</exception>
    public async ValueTask DrainAsync(TimeSpan patience, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            await WaitUntilAsync(0, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"Kafka has not taken {OutstandingCount} messages yet. {LastError}");
        }
    }

    /// <summary>
    /// Lets go of the connection. What was not acknowledged is for whoever starts from the offset again.
    /// </summary>
    public void Dispose()
    {
        Interlocked.Increment(ref _generation);
        _producer?.Dispose();
        _producer = null;
    }

    private async ValueTask WaitUntilAsync(int most, CancellationToken cancel)
    {
        while (true)
        {
            bool hasFailed;
            lock (_gate)
            {
                hasFailed = _failure is not null;
                if (!hasFailed && _outstanding.Count <= most) return;
            }

            if (hasFailed) await BeginAnewAsync(cancel);
            else await _moved.WaitAsync(cancel);
        }
    }

    /// <summary>Another producer, and everything that is outstanding once more.</summary>
    private async ValueTask BeginAnewAsync(CancellationToken cancel)
    {
        Dispose();
        double factor = Math.Pow(2, Math.Min(_failures++, 10));
        TimeSpan wait = FirstWait * factor;
        await Task.Delay(wait < LongestWait ? wait : LongestWait, cancel);
        KafkaRecord[] again;
        lock (_gate)
        {
            _failure = null;
            again = [.. _outstanding.Where(static record => !record.IsAcknowledged)];
        }

        foreach (KafkaRecord record in again) Produce(record);
    }

    private void Produce(KafkaRecord record)
    {
        int generation = Volatile.Read(ref _generation);
        _producer ??= _clients.Producer(error => OnError(generation, error));
        var message = new Message<byte[], byte[]>
        {
            Key = record.Key,
            Value = record.Value,
            Timestamp = new Timestamp(record.TimeMs, TimestampType.CreateTime),
        };
        if (_clients.KnowsHeaders)
        {
            message.Headers = [];
            foreach ((string name, byte[] value) in record.Headers) message.Headers.Add(name, value);
        }

        try
        {
            _producer.Produce(record.Topic, message, report => OnReport(generation, record, report.Error));
        }
        catch (ProduceException<byte[], byte[]> refused)
        {
            Fail(generation, refused.Error.Reason);
        }
    }

    private void OnReport(int generation, KafkaRecord record, Error error)
    {
        if (error.IsError)
        {
            Fail(generation, error.Reason);
            return;
        }

        lock (_gate)
        {
            if (record.IsAcknowledged) return;
            record.IsAcknowledged = true;
            AcknowledgedCount++;
            _failures = 0;
            while (_outstanding.First is { Value.IsAcknowledged: true }) _outstanding.RemoveFirst();
        }

        Wake();
    }

    private void OnError(int generation, Error error)
    {
        LastError = error.Reason;
        if (error.IsFatal) Fail(generation, error.Reason);
    }

    private void Fail(int generation, string reason)
    {
        if (generation != Volatile.Read(ref _generation)) return;
        lock (_gate) _failure = LastError = reason;
        Wake();
    }

    private void Wake()
    {
        lock (_gate)
            if (_moved.CurrentCount == 0) _moved.Release();
    }
}
