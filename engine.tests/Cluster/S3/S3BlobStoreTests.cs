using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Tests.Storage.Blobs;
using Catalog.Shell.Cluster.S3;

namespace Catalog.Engine.Tests.Cluster.S3;

/// <summary>What holds for every store, against a real server.</summary>
public sealed class S3BlobStoreTests(S3World world) : BlobStoreContract, IClassFixture<S3World>, IDisposable
{
    private readonly S3BlobStore _store = world.Open();

    protected override IBlobStore Store => _store;

    // Three parts.
    protected override int LargeBytes => 11 * 1024 * 1024;

    // This server orders keys by the names of its files, which go on behind the key: of keys of one length the order is
    // the protocol's.
    protected override string[] ListedNames { get; } =
        ["list/B---", "list/a--0", "list/a-1-", "list/a.cs", "list/a_2-", "list/aa--", "list/b---"];

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_bucket_that_is_there_passes_the_check() => await _store.CheckAsync();
}
