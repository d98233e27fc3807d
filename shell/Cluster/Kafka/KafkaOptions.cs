namespace Catalog.Shell.Cluster.Kafka;

/// <summary>
/// The Kafka cluster events go to, section <c>Catalog:Kafka</c>. Without <see cref="BootstrapServers"/> there is none,
/// and events stay in the process.
/// </summary>
public sealed class KafkaOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Kafka";

    /// <summary>
    /// Where the cluster is first asked: <c>host:port</c>, several with commas between. Empty for none.
    /// </summary>
    public string BootstrapServers { get; set; } = "";

    /// <summary>Written before every topic's name, and every consumer group's.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>
    /// What messages are written in: <c>json</c> or <c>msgpack</c>. Either is read, so it may be changed at any time.
    /// </summary>
    public string Format { get; set; } = "json";

    /// <summary>Whether this server's own consumers of topics read them from Kafka, as consumer groups.</summary>
    public bool Consumers { get; set; } = true;

    /// <summary>Partitions of a topic this server creates.</summary>
    public int Partitions { get; set; } = 12;

    /// <summary>Copies of a topic this server creates; 0 for what the cluster does by default.</summary>
    public int ReplicationFactor { get; set; }

    /// <summary>
    /// The version of brokers too old to be asked for it (before 0.10): such as <c>0.9.0.1</c>. They know neither
    /// headers nor idempotent producers.
    /// </summary>
    public string? BrokerVersion { get; set; }

    /// <summary>The longest a consumer may go unheard before its partitions are given to another, in seconds.</summary>
    public int SessionTimeoutSeconds { get; set; } = 20;

    /// <summary>Messages on their way that were not acknowledged yet, at most.</summary>
    public int MaxInFlight { get; set; } = 10_000;

    /// <summary><c>plaintext</c>, <c>ssl</c>, <c>sasl_plaintext</c> or <c>sasl_ssl</c>.</summary>
    public string SecurityProtocol { get; set; } = "plaintext";

    /// <summary><c>PLAIN</c>, <c>SCRAM-SHA-256</c> or <c>SCRAM-SHA-512</c>, with a SASL protocol.</summary>
    public string SaslMechanism { get; set; } = "PLAIN";

    /// <summary>The user to sign in as, with a SASL protocol.</summary>
    public string? Username { get; set; }

    /// <summary>That user's password.</summary>
    public string? Password { get; set; }

    /// <summary>A file of certificates to trust, with a TLS protocol; null for the system's.</summary>
    public string? CertificateAuthorities { get; set; }

    /// <summary>Whether messages are written in MessagePack.</summary>
    internal bool IsPacked => Format.Equals("msgpack", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether there is a cluster.</summary>
    public bool IsConfigured => BootstrapServers.Length > 0;
}
