using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Catalog.Shell.Cluster.Kafka;
using Catalog.Shell.Events;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Cluster.Kafka;

/// <summary>
/// Members of a consumer group: they share, one takes over from another, and what cannot be read is parked.
/// </summary>
public sealed class GroupTests : IDisposable
{
    private const string Topic = "things";
    private readonly MockKafka _kafka = new();
    private readonly KafkaOptions _options;
    private readonly KafkaSender _sender;

    public GroupTests()
    {
        _options = new KafkaOptions { BootstrapServers = _kafka.BootstrapServers, SessionTimeoutSeconds = 6 };
        _sender = new KafkaSender(new KafkaClients(_options), _options.MaxInFlight);
    }

    [Fact]
    public async Task When_one_member_leaves_the_others_take_over_and_no_event_is_missed()
    {
        var first = new Listener();
        var second = new Listener();
        await SendAsync(0, 40);
        KafkaGroup leaving = Join(first);
        await using KafkaGroup staying = Join(second);
        await UntilAsync(() => first.Positions.Count + second.Positions.Count >= 40);
        await SendAsync(40, 80);
        await leaving.DisposeAsync();
        await SendAsync(80, 120);
        await UntilAsync(() => first.Positions.Concat(second.Positions).Distinct().Count() == 120);
        Assert.True(second.FlushCount > 0);
    }

    [Fact]
    public async Task What_was_committed_does_not_come_again()
    {
        var first = new Listener();
        await SendAsync(0, 20);
        await using (KafkaGroup group = Join(first)) await UntilAsync(() => first.Positions.Count == 20);
        var second = new Listener();
        await using KafkaGroup again = Join(second);
        await SendAsync(20, 30);
        await UntilAsync(() => second.Positions.Count >= 10);
        Assert.Equal(Enumerable.Range(20, 10).Select(static i => (long)i), second.Positions.Order());
    }

    [Fact]
    public async Task How_a_member_is_doing_can_be_seen()
    {
        var listener = new Listener { Broken = 3 };
        await SendAsync(0, 10);
        KafkaGroup group = Join(listener);
        await UntilAsync(() => group.Status is { IsMember: true, Handled: 9, Lag: 0, Partitions.Count: > 0 }
            && group.Status.Partitions.Sum(static each => each.Offset ?? 0) == 10);
        Assert.Equal(("listener", "catalog-listener"), (group.Status.Name, group.Status.Group));
        Assert.Equal((1, 2, "Broken."), (group.Status.Parked, group.Status.FailedAttempts, group.Status.LastError));
        Assert.All(group.Status.Partitions, static each => Assert.Equal(Topic, each.Topic));
        await group.DisposeAsync();
        Assert.False(group.Status.IsMember);
        Assert.Empty(group.Status.Partitions);
    }

    [Fact]
    public async Task An_event_that_fails_is_tried_again_and_at_last_parked_and_the_next_ones_come()
    {
        var listener = new Listener { Broken = 3, FailsOnce = 5 };
        await _sender.SendAsync(Record("rubbish"u8.ToArray(), "k"), CancellationToken.None);
        await SendAsync(0, 10);
        await using KafkaGroup group = Join(listener);
        await UntilAsync(() => listener.Positions.Count == 9);
        Assert.DoesNotContain(3, listener.Positions);
        Assert.Contains(5, listener.Positions);
        using var reader = new TopicReader(_options, KafkaGroup.ParkingTopic(_options));
        string[] parked = [.. reader.ReadUntil(static all => all.Count == 2).Select(TopicReader.TextOf)];
        Assert.Contains(parked, static text => text.Contains("\"error\":\"FormatException: ", StringComparison.Ordinal)
            && text.Contains(Convert.ToBase64String("rubbish"u8), StringComparison.Ordinal));
        Assert.Contains(parked, static text =>
            text.Contains("\"error\":\"IOException: Broken.\"", StringComparison.Ordinal)
            && text.Contains("\"consumer\":\"listener\"", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _sender.Dispose();
        _kafka.Dispose();
    }

    private KafkaGroup Join(Listener listener)
    {
        var clients = new KafkaClients(_options);
        var group = new KafkaGroup(listener, clients, _sender, _options, NullLogger<KafkaGroup>.Instance)
        {
            MaxAttempts = 2,
        };
        group.Start();
        return group;
    }

    private async Task SendAsync(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            string key = (i % 7).ToString(CultureInfo.InvariantCulture);
            var message = new BusEvent(new EventName(Topic, "thing.made"), key, i, 1_000 + i, "{}"u8.ToArray());
            var value = new System.Buffers.ArrayBufferWriter<byte>();
            KafkaEnvelope.Write(in message, value);
            await _sender.SendAsync(Record(value.WrittenSpan.ToArray(), key), CancellationToken.None);
        }

        await _sender.DrainAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
    }

    private static KafkaRecord Record(byte[] value, string key) => new()
    {
        Topic = Topic, Key = Encoding.UTF8.GetBytes(key), Value = value, Headers = [], TimeMs = 1_000,
    };

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (int i = 0; i < 1200 && !isSo(); i++) await Task.Delay(50);
        Assert.True(isSo());
    }

    private sealed class Listener : IBusConsumer
    {
        private int _failures;
        private int _flushes;

        public ConcurrentQueue<long> Positions { get; } = [];

        public int? Broken { get; init; }

        public int? FailsOnce { get; init; }

        public int FlushCount => _flushes;

        public string Name => "listener";

        public IReadOnlyList<string> Topics { get; } = [Topic];

        public ValueTask HandleAsync(BusEvent message, CancellationToken cancel)
        {
            if (message.Position == Broken) throw new IOException("Broken.");
            if (message.Position == FailsOnce && _failures++ == 0) throw new IOException("Once.");
            Positions.Enqueue(message.Position);
            return default;
        }

        public ValueTask FlushAsync(CancellationToken cancel)
        {
            _flushes++;
            return default;
        }
    }
}
