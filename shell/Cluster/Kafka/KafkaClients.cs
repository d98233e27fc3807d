using Confluent.Kafka;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>Makes clients of the configured cluster. Thread-safe.</summary>
internal sealed class KafkaClients
{
    private static readonly Version FirstToSayItsVersion = new(0, 10);
    private static readonly Version FirstWithHeaders = new(0, 11);
    private readonly KafkaOptions _options;
    private readonly Version? _brokerVersion;

    /// <summary>Makes it; nothing is connected.</summary>
    /// <exception cref="IOException">The native library is not on this machine.</exception>
    public KafkaClients(KafkaOptions options)
    {
        _options = options;
        _brokerVersion = options.BrokerVersion is { } version ? Version.Parse(version) : null;
        KafkaLibrary.Load();
    }

    /// <summary>Whether messages can have headers, and producers be idempotent.</summary>
    public bool KnowsHeaders => _brokerVersion is null || _brokerVersion >= FirstWithHeaders;

    /// <summary>
    /// A producer that acknowledges what every in-sync copy has, keeps the order of a key, and tries for as long as it
    /// takes.
    /// </summary>
    public IProducer<byte[], byte[]> Producer(Action<Error> onError)
    {
        var config = new ProducerConfig(Common())
        {
            Acks = Acks.All,
            EnableIdempotence = KnowsHeaders,
            MaxInFlight = KnowsHeaders ? 5 : 1,
            // 0 is for ever: a broker that is away must not cost an event.
            MessageTimeoutMs = 0,
            LingerMs = 5,
            QueueBufferingMaxMessages = _options.MaxInFlight + 1,
            CompressionType = KnowsHeaders ? CompressionType.Lz4 : CompressionType.None,
        };
        return new ProducerBuilder<byte[], byte[]>(config)
            .SetErrorHandler((_, error) => onError(error))
            .SetLogHandler(static (_, _) => { })
            .Build();
    }

    /// <summary>A member of a consumer group that begins at the beginning and commits when told to.</summary>
    public ConsumerBuilder<byte[], byte[]> Consumer(string group) =>
        new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig(Common())
        {
            GroupId = _options.Prefix + group,
            EnableAutoCommit = false,
            EnableAutoOffsetStore = false,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            SessionTimeoutMs = _options.SessionTimeoutSeconds * 1000,
        }).SetLogHandler(static (_, _) => { });

    /// <summary>Asks and changes the cluster itself.</summary>
    public IAdminClient Admin() => new AdminClientBuilder(new AdminClientConfig(Common()))
        .SetLogHandler(static (_, _) => { })
        .Build();

    private Dictionary<string, string> Common()
    {
        var config = new Dictionary<string, string>
        {
            ["bootstrap.servers"] = _options.BootstrapServers,
            ["client.id"] = "catalog",
            ["security.protocol"] = _options.SecurityProtocol.ToLowerInvariant(),
            ["reconnect.backoff.max.ms"] = "2000",
            ["socket.keepalive.enable"] = "true",
        };
        if (_brokerVersion is not null && _brokerVersion < FirstToSayItsVersion)
        {
            config["api.version.request"] = "false";
            config["broker.version.fallback"] = _options.BrokerVersion!;
        }

        if (_options.SecurityProtocol.StartsWith("sasl", StringComparison.OrdinalIgnoreCase))
        {
            config["sasl.mechanisms"] = _options.SaslMechanism.ToUpperInvariant();
            config["sasl.username"] = _options.Username!;
            config["sasl.password"] = _options.Password!;
        }

        if (_options.CertificateAuthorities is { } file) config["ssl.ca.location"] = file;
        return config;
    }
}
