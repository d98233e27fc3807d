using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Peers;
using Catalog.Engine.Tests.Interop;
using Catalog.Shell.Cluster.S3;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Cluster.S3;

/// <summary>A server that speaks S3, with a front that can misbehave, for the tests of a class.</summary>
public sealed class S3World : IAsyncLifetime
{
    private readonly BenchRun _run = new();

    internal S3Peer Peer { get; private set; } = null!;

    internal S3Front Front { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Peer = await S3Peer.StartAsync(_run, new NodeProject("S3").PathOf("node_modules/s3rver/bin/s3rver.js"));
        Front = await S3Front.StartAsync(Peer.Endpoint);
    }

    public async Task DisposeAsync()
    {
        await Front.DisposeAsync();
        await Peer.DisposeAsync();
        _run.Dispose();
    }

    /// <summary>A store behind the front.</summary>
    internal S3BlobStore Open(Action<S3Options>? change = null)
    {
        S3Options options = Options(Front.Endpoint);
        change?.Invoke(options);
        return new S3BlobStore(options, NullLogger<S3BlobStore>.Instance);
    }

    /// <summary>The settings of a server whose bucket this is.</summary>
    internal Dictionary<string, string?> Settings()
    {
        S3Options options = Options(Front.Endpoint);
        return new Dictionary<string, string?>
        {
            ["Catalog:S3:Endpoint"] = options.Endpoint,
            ["Catalog:S3:Bucket"] = options.Bucket,
            ["Catalog:S3:AccessKey"] = options.AccessKey,
            ["Catalog:S3:SecretKey"] = options.SecretKey,
            ["Catalog:S3:Prefix"] = options.Prefix,
            ["Catalog:S3:Retries"] = "1",
        };
    }

    internal static S3Options Options(string endpoint) => new()
    {
        Endpoint = endpoint,
        Bucket = S3Peer.Bucket,
        AccessKey = S3Peer.Key,
        SecretKey = S3Peer.Key,
        Prefix = $"test-{Guid.NewGuid():N}/",
        PartMegabytes = 5,
        Concurrency = 2,
        Retries = 3,
        TimeoutSeconds = 20,
        DeadlineSeconds = 60,
    };
}
