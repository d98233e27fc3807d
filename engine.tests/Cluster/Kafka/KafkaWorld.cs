using Catalog.Engine.Booking;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Shell.Booking;
using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Cluster.Kafka;
using Catalog.Shell.Events;
using Confluent.Kafka;

namespace Catalog.Engine.Tests.Cluster.Kafka;

/// <summary>What the tests with a broker do with a server, and what they look for afterwards.</summary>
internal static class KafkaWorld
{
    internal static Dictionary<string, string?> Settings(KafkaOptions options) => new()
    {
        ["Catalog:Kafka:BootstrapServers"] = options.BootstrapServers,
        ["Catalog:Kafka:Prefix"] = options.Prefix,
        ["Catalog:Kafka:BrokerVersion"] = options.BrokerVersion,
        ["Catalog:Kafka:Partitions"] = "4",
        ["Catalog:Kafka:SessionTimeoutSeconds"] = "6",
    };

    /// <summary>Holds and pays a seat, and answers the booking's id as events have it.</summary>
    internal static async Task<string> BookAsync(BookingHost host, ulong user, ushort seat)
    {
        HoldResult hold = await host.HoldAsync(user, seat);
        await host.ConfirmAsync(user, hold.BookingId, CardTokens.Ok, key: (ulong)seat + 1);
        return new BookingId(BookingHost.Showtime, hold.BookingId).ToString();
    }

    /// <summary>Reads a topic until it has an event of a type for each of the bookings.</summary>
    internal static List<BusEvent> ReadAll(
        KafkaOptions options, string topic, string type, IReadOnlyCollection<string> ids)
    {
        using var reader = new TopicReader(options, topic);
        List<ConsumeResult<byte[], byte[]>> read = reader.ReadUntil(all => ids.All(id => all.Exists(one =>
            TopicReader.TextOf(one).Contains($"\"{type}\"", StringComparison.Ordinal)
            && TopicReader.TextOf(one).Contains($"\"{id}\"", StringComparison.Ordinal))));
        return [.. read.Select(one => KafkaEnvelope.Read(topic, one.Message.Value))];
    }

    /// <summary>Whether every key's events came in the journal's order, apart from those that came again.</summary>
    internal static void AssertInOrder(IEnumerable<BusEvent> events)
    {
        foreach (IGrouping<string, BusEvent> key in events.GroupBy(static one => one.Key))
        {
            (long, int) last = (-1, -1);
            var seen = new HashSet<(long, int)>();
            foreach (BusEvent one in key)
            {
                (long, int) id = (one.Position, one.Ordinal);
                if (!seen.Add(id)) continue;
                Assert.True(id.CompareTo(last) > 0, $"{id} came behind {last}.");
                last = id;
            }
        }
    }
}
