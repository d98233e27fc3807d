using Catalog.Bench.Shared.Hosts;
using Catalog.Engine.Tests.House;
using Catalog.Shell.Cluster.Redis;
using StackExchange.Redis;

namespace Catalog.Engine.Tests.Cluster.Redis;

/// <summary>A Redis that wants TLS and a password.</summary>
public sealed class RedisTlsTests : IDisposable
{
    private const string Secret = "open-sesame";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("catalog-redis-tls-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_is_reached_with_its_authority_and_its_password_only()
    {
        (string certificate, string key) = TestCertificate.Make(_folder.FullName, "redis");
        (string stranger, _) = TestCertificate.Make(_folder.FullName, "stranger");
        int port = Loopback.FreePort();
        await using RedisWorld world = await RedisWorld.StartAsync(
            "--tls-port", $"{port}", "--tls-cert-file", certificate, "--tls-key-file", key,
            "--tls-auth-clients", "no", "--requirepass", Secret);
        RedisConnection good = await world.ConnectedAsync(Options(port, certificate, Secret));
        RedisResult? answer = await good.TryRunAsync("return 'hello'", "any", [], good.Patience);
        Assert.Equal("hello", (string?)answer);

        foreach (RedisOptions bad in new[] { Options(port, stranger, Secret), Options(port, certificate, "wrong") })
        {
            RedisConnection refused = world.Connect(bad);
            await Task.WhenAny(refused.Attempted, Task.Delay(TimeSpan.FromSeconds(30)));
            Assert.True(refused.Attempted.IsCompleted);
            Assert.Null(await refused.TryRunAsync("return 'hello'", "any", [], refused.Patience));
        }
    }

    private static RedisOptions Options(int port, string authorities, string password) => new()
    {
        Servers = $"localhost:{port}",
        Tls = true,
        CertificateAuthorities = authorities,
        Password = password,
        CommandTimeoutMs = 10_000,
    };
}
