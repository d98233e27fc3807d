using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Shell;
using Catalog.Shell.Leaderboards.Resp;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

/// <summary>The port with a certificate: clients reach it over TLS, know it, and not otherwise.</summary>
public sealed class RespTlsTests : IDisposable
{
    private const string Section = RespOptions.Section + ":";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("catalog-resp-tls-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_client_reaches_it_over_TLS_and_not_without()
    {
        (string certificate, string key) = TestCertificate.Make(_folder.FullName, "boards");
        await using var world = new RespWorld(
            null, (Section + "Certificate", certificate), (Section + "CertificateKey", key));
        using ConnectionMultiplexer redis = await ConnectAsync(world, certificate);
        IDatabase db = redis.GetDatabase();
        SortedSetEntry[] many = [.. Enumerable.Range(0, 5_000).Select(static i => new SortedSetEntry($"m{i}", i))];
        Assert.Equal(many.Length, await db.SortedSetAddAsync("board", many));
        Assert.Equal(many, await db.SortedSetRangeByRankWithScoresAsync("board"));
        Assert.Equal(1, await db.SortedSetRankAsync("board", "m4998", Order.Descending));

        using var plain = new TcpClient();
        await plain.ConnectAsync(world.EndPoint);
        await plain.GetStream().WriteAsync("PING\r\n"u8.ToArray());
        using var answer = new MemoryStream();
        await ReadToEndAsync(plain.GetStream(), answer);
        Assert.DoesNotContain((byte)'+', answer.ToArray());
        (string other, _) = TestCertificate.Make(_folder.FullName, "stranger");
        await Assert.ThrowsAsync<RedisConnectionException>(() => ConnectAsync(world, other));
        Assert.Equal(many.Length, await db.SortedSetLengthAsync("board"));
    }

    [Fact]
    public void A_certificate_that_cannot_be_used_is_refused_at_start()
    {
        (string certificate, string key) = TestCertificate.Make(_folder.FullName, "boards");
        (_, string another) = TestCertificate.Make(_folder.FullName, "another");
        Assert.True(Check(certificate, key).Succeeded);
        string both = Path.Combine(_folder.FullName, "both.pem");
        File.WriteAllText(both, File.ReadAllText(certificate) + "\n" + File.ReadAllText(key));
        Assert.True(Check(both, null).Succeeded);
        foreach ((string? file, string? secret) in new (string?, string?)[]
            { (certificate, another), (certificate, null), (key, key), ("nowhere.pem", key), (null, key) })
        {
            string failure = Assert.Single(Check(file, secret).Failures!);
            Assert.StartsWith(Section + "Certificate ", failure, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(-1, 1, null)]
    [InlineData(-3, -1, "which expired at 2029-12-31 00:00:00Z")]
    [InlineData(1, 3, "which is not valid before 2030-01-02 00:00:00Z")]
    public void A_certificate_is_refused_when_it_is_not_valid_now(int fromDays, int toDays, string? words)
    {
        var clock = new ManualClock();
        DateTimeOffset now = clock.GetUtcNow();
        (string certificate, string key) = TestCertificate.Make(
            _folder.FullName, "boards", now.AddDays(fromDays), now.AddDays(toDays));
        ValidateOptionsResult result = Check(certificate, key, clock);
        Assert.Equal(words is null, result.Succeeded);
        if (words is null) return;
        string failure = Assert.Single(result.Failures!);
        Assert.StartsWith($"{Section}Certificate is '{certificate}', {words}", failure, StringComparison.Ordinal);
    }

    private static ValidateOptionsResult Check(string? certificate, string? key, TimeProvider? clock = null) =>
        new RespOptionsValidator(clock ?? TimeProvider.System)
        .Validate(null, new RespOptions { Certificate = certificate, CertificateKey = key });

    private static async Task<ConnectionMultiplexer> ConnectAsync(RespWorld world, string certificate)
    {
        using X509Certificate2 known = X509CertificateLoader.LoadCertificateFromFile(certificate);
        string thumbprint = known.Thumbprint;
        ConfigurationOptions options = ConfigurationOptions.Parse(
            $"127.0.0.1:{world.EndPoint.Port},ssl=true,sslHost=localhost,connectTimeout=30000,syncTimeout=30000,"
            + "connectRetry=1");
        options.CertificateValidation += (_, shown, _, _) => shown?.GetCertHashString() == thumbprint;
        return await ConnectionMultiplexer.ConnectAsync(options);
    }

    private static async Task ReadToEndAsync(NetworkStream stream, MemoryStream into)
    {
        try
        {
            await stream.CopyToAsync(into);
        }
        catch (IOException)
        {
            // Hung up on.
        }
    }
}
