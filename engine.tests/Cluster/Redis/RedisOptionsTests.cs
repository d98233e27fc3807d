using Catalog.Shell.Cluster.Redis;

namespace Catalog.Engine.Tests.Cluster.Redis;

/// <summary>A setting that cannot work is named, with what it may be.</summary>
public sealed class RedisOptionsTests
{
    private static readonly RedisOptionsValidator Validator = new();

    [Fact]
    public void Without_servers_nothing_is_asked() =>
        Assert.True(Validator.Validate(null, new RedisOptions { KeepAliveSeconds = -1 }).Succeeded);

    [Theory]
    [InlineData("redis:6379")]
    [InlineData("10.0.0.1:6379, 10.0.0.2:6379")]
    [InlineData("[::1]:6379")]
    public void Servers_are_enough(string servers) =>
        Assert.True(Validator.Validate(null, new RedisOptions { Servers = servers }).Succeeded);

    [Theory]
    [InlineData("Servers", "redis")]
    [InlineData("Servers", "redis:0")]
    [InlineData("Servers", "redis:6379,")]
    [InlineData("Servers", "redis:6379,password=secret")]
    [InlineData("Servers", "redis://me:secret@redis:6379")]
    [InlineData("Prefix", "with blank")]
    [InlineData("CertificateAuthorities", "/nowhere/authorities.pem")]
    [InlineData("ConnectTimeoutMs", 99)]
    [InlineData("CommandTimeoutMs", 0)]
    [InlineData("QuotaTimeoutMs", 0)]
    [InlineData("CacheTimeoutMs", 0)]
    [InlineData("KeepAliveSeconds", 61)]
    public void What_cannot_work_is_named(string setting, object value)
    {
        var options = new RedisOptions { Servers = "redis:6379" };
        typeof(RedisOptions).GetProperty(setting)!.SetValue(options, value);
        string failure = Validator.Validate(null, options).FailureMessage ?? "";
        Assert.Contains($"Catalog:Redis:{setting} ", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }
}
