using System.Text;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Booking.Consumers;
using Catalog.Shell.Cluster.Kafka;
using Catalog.Shell.Events;
using Confluent.Kafka;

namespace Catalog.Engine.Tests.Cluster.Kafka;

/// <summary>
/// Events on a cluster of the present protocol: headers, idempotence, refusals, brokers that go and come.
/// </summary>
public sealed class MockClusterTests : IDisposable
{
    private const int NotLeader = 6;
    private const int NotEnoughReplicas = 19;
    private const int ProduceRequest = 0;
    private readonly TemporaryFolder _folder = new();
    private readonly MockKafka _kafka = new();
    private readonly KafkaOptions _options;

    public MockClusterTests() => _options = new KafkaOptions
    {
        BootstrapServers = _kafka.BootstrapServers,
        Prefix = "t.",
        SessionTimeoutSeconds = 6,
    };

    [Fact]
    public async Task Every_event_arrives_once_and_in_order_though_brokers_refuse_and_go()
    {
        await using BookingHost host = await StartAsync();
        await host.OpenAsync();
        ulong user = await host.RegisterAsync("ada@example.org");
        var bookings = new List<string>();
        for (ushort seat = 0; seat < 18; seat++)
        {
            if (seat == 4) _kafka.Tell($"refuse {ProduceRequest} {NotLeader} {NotEnoughReplicas} {NotLeader}");
            if (seat == 8) _kafka.Tell("down 1");
            if (seat == 13) _kafka.Tell("up 1");
            bookings.Add(await KafkaWorld.BookAsync(host, user, seat));
        }

        List<BusEvent> events = KafkaWorld.ReadAll(_options, BookingTopics.Bookings, "booking.confirmed", bookings);
        KafkaWorld.AssertInOrder(events);
        Assert.Equal(events.Count, events.Select(static one => (one.Position, one.Ordinal)).Distinct().Count());
    }

    [Fact]
    public async Task A_message_says_everything_and_its_headers_say_it_again()
    {
        await using BookingHost host = await StartAsync();
        await host.OpenAsync();
        ulong user = await host.RegisterAsync("ada@example.org");
        await KafkaWorld.BookAsync(host, user, 3);
        using var reader = new TopicReader(_options, BookingTopics.Bookings);
        ConsumeResult<byte[], byte[]> first = reader.ReadUntil(static all => all.Count > 0)[0];
        Assert.Equal($"{BookingHost.Showtime}", Encoding.UTF8.GetString(first.Message.Key));
        using var json = System.Text.Json.JsonDocument.Parse(first.Message.Value);
        foreach ((string name, string header) in Headers(first))
            if (name != "content-type") Assert.Equal(json.RootElement.GetProperty(name).ToString(), header);
        Assert.Equal("application/cloudevents+json; charset=UTF-8", Headers(first)["content-type"]);
        Assert.Equal("booking.reserved", json.RootElement.GetProperty("type").GetString());
        Assert.Equal(4, Headers(first).Count);
    }

    [Fact]
    public async Task What_the_publisher_had_not_sent_when_the_server_stopped_is_sent_by_the_next()
    {
        var bookings = new List<string>();
        _kafka.Tell("down 1");
        _kafka.Tell("down 2");
        _kafka.Tell("down 3");
        await using (BookingHost host = await StartAsync())
        {
            await host.OpenAsync();
            ulong user = await host.RegisterAsync("ada@example.org");
            for (ushort seat = 0; seat < 5; seat++) bookings.Add(await KafkaWorld.BookAsync(host, user, seat));
        }

        for (int broker = 1; broker <= 3; broker++) _kafka.Tell($"up {broker}");
        await using BookingHost next = await StartAsync();
        KafkaWorld.AssertInOrder(KafkaWorld.ReadAll(_options, BookingTopics.Bookings, "booking.confirmed", bookings));
    }

    public void Dispose()
    {
        _kafka.Dispose();
        _folder.Dispose();
    }

    private Task<BookingHost> StartAsync() =>
        BookingHost.StartAsync(_folder.Path, settings: KafkaWorld.Settings(_options));

    private static Dictionary<string, string> Headers(ConsumeResult<byte[], byte[]> one) =>
        one.Message.Headers.ToDictionary(static h => h.Key, static h => Encoding.ASCII.GetString(h.GetValueBytes()));
}
