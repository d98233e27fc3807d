using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Peers;
using Catalog.Bench.Shared.Peers.Kafka;
using Catalog.Shell.Cluster.Kafka;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>The servers beside a cluster: PostgreSQL, and Redis and a Kafka broker where they are installed.</summary>
internal sealed class ChaosPeers : IAsyncDisposable
{
    private ChaosPeers()
    {
    }

    /// <summary>The database.</summary>
    public PostgresPeer Postgres { get; private set; } = null!;

    /// <summary>Redis, where it is installed.</summary>
    public RedisPeer? Redis { get; private set; }

    /// <summary>The broker, where there is Java and Kafka's jar files.</summary>
    public KafkaPeer? Kafka { get; private set; }

    /// <summary>How to reach the broker.</summary>
    public KafkaOptions KafkaOptions => new()
    {
        BootstrapServers = Kafka!.BootstrapServers,
        BrokerVersion = KafkaPeer.Version,
        Partitions = KafkaPeer.PartitionCount,
        SessionTimeoutSeconds = 6,
    };

    /// <summary>What nodes are told of them.</summary>
    public IEnumerable<string> Settings
    {
        get
        {
            yield return $"Catalog:Postgres:ConnectionString={Postgres.ConnectionString}";
            if (Redis is not null)
            {
                yield return $"Catalog:Redis:Servers=127.0.0.1:{Redis.Port}";

                // Quotas so large that no buyer meets one, so that every request asks Redis.
                yield return "Catalog:RateLimits:Enabled=true";
                foreach (string policy in (string[])["reserve", "confirm", "booking-change"])
                    yield return $"Catalog:RateLimits:Policies:{policy}:Limit=1000000";
            }

            if (Kafka is null) yield break;
            KafkaOptions kafka = KafkaOptions;
            yield return $"Catalog:Kafka:BootstrapServers={kafka.BootstrapServers}";
            yield return $"Catalog:Kafka:BrokerVersion={kafka.BrokerVersion}";
            yield return $"Catalog:Kafka:Partitions={kafka.Partitions}";
            yield return $"Catalog:Kafka:SessionTimeoutSeconds={kafka.SessionTimeoutSeconds}";
        }
    }

    /// <summary>Starts what there is; says what is left out.</summary>
    public static async Task<ChaosPeers> StartAsync(BenchRun run, ChaosOptions options)
    {
        var peers = new ChaosPeers();
        try
        {
            Task<KafkaPeer?> kafka = options.KafkaLibraries is { } libraries
                ? OrNullAsync(() => KafkaPeer.StartAsync(run, libraries))
                : Task.FromResult<KafkaPeer?>(null);
            if (options.KafkaLibraries is null) BenchRun.Say("No folder of Kafka's jar files: no broker is stopped.");
            try
            {
                peers.Postgres = await PostgresPeer.StartAsync(
                    run, new PostgresPeerOptions { BufferMiB = 128, MaxConnections = 300 });
                peers.Redis = await OrNullAsync(() => RedisPeer.StartAsync(run, fsyncAlways: false));
            }
            finally
            {
                peers.Kafka = await kafka;
            }

            return peers;
        }
        catch
        {
            await peers.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether this can be done to what was started.</summary>
    public bool Allows(ChaosDeed deed) => deed switch
    {
        ChaosDeed.StopRedis => Redis is not null,
        ChaosDeed.StopBroker => Kafka is not null,
        _ => true,
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Kafka is not null) await Kafka.DisposeAsync();
        if (Redis is not null) await Redis.DisposeAsync();
        if (Postgres is not null) await Postgres.DisposeAsync();
    }

    private static async Task<TPeer?> OrNullAsync<TPeer>(Func<Task<TPeer>> start)
        where TPeer : class
    {
        try
        {
            return await start();
        }
        catch (PeerMissingException missing)
        {
            BenchRun.Say($"{missing.Message}; it is left out.");
            return null;
        }
    }
}
