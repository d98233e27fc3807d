using Catalog.Shell.Cluster.Kafka;

namespace Catalog.Engine.Tests.Cluster.Kafka;

/// <summary>A setting that cannot work is named, with what it may be.</summary>
public sealed class KafkaOptionsTests
{
    private static readonly KafkaOptionsValidator Validator = new();

    [Fact]
    public void Without_servers_nothing_is_asked() =>
        Assert.True(Validator.Validate(null, new KafkaOptions { Partitions = -1 }).Succeeded);

    [Fact]
    public void A_cluster_needs_its_servers_only() =>
        Assert.True(Validator.Validate(null, new KafkaOptions { BootstrapServers = "a:9092, b:9093" }).Succeeded);

    [Theory]
    [InlineData("BootstrapServers", "nowhere")]
    [InlineData("BootstrapServers", "a:99999")]
    [InlineData("SecurityProtocol", "tls")]
    [InlineData("SaslMechanism", "GSSAPI")]
    [InlineData("Prefix", "a b")]
    [InlineData("BrokerVersion", "old")]
    [InlineData("CertificateAuthorities", "/nowhere.pem")]
    [InlineData("Partitions", 0)]
    [InlineData("ReplicationFactor", 99)]
    [InlineData("SessionTimeoutSeconds", 1)]
    [InlineData("MaxInFlight", 0)]
    public void What_cannot_work_is_named(string setting, object value)
    {
        var options = new KafkaOptions { BootstrapServers = "a:9092" };
        typeof(KafkaOptions).GetProperty(setting)!.SetValue(options, value);
        Assert.Contains($"Catalog:Kafka:{setting} ", Failure(options), StringComparison.Ordinal);
    }

    [Fact]
    public void Signing_in_needs_a_name_and_a_password() => Assert.Contains(
        "Catalog:Kafka:Username and Catalog:Kafka:Password are needed with sasl_ssl.",
        Failure(new KafkaOptions { BootstrapServers = "a:9092", SecurityProtocol = "sasl_ssl" }),
        StringComparison.Ordinal);

    private static string Failure(KafkaOptions options) => Validator.Validate(null, options).FailureMessage ?? "";
}
