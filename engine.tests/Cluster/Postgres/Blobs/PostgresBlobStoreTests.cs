using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Tests.Storage.Blobs;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Blobs;

namespace Catalog.Engine.Tests.Cluster.Postgres.Blobs;

/// <summary>What holds for every store, in a database.</summary>
[Collection(PostgresGroup.Name)]
public sealed class PostgresBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly PostgresWorld _world;
    private readonly PostgresDatabase _database;

    public PostgresBlobStoreTests(PostgresWorld world)
    {
        _world = world;
        _database = world.NewDatabase();
        Store = new PostgresBlobStore(_database);
    }

    protected override IBlobStore Store { get; }

    // Four pieces.
    protected override int LargeBytes => 3_500_000;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task No_piece_is_left_of_what_was_replaced_removed_or_given_up()
    {
        await Store.PutAsync("a/b", Bytes(LargeBytes));
        await Store.PutAsync("a/b", Bytes(LargeBytes, seed: 2));
        Assert.Equal(4, await PiecesAsync());
        await Store.PutAsync("a/b", Bytes(10));
        Assert.Equal(1, await PiecesAsync());
        await Store.DeleteAsync("a/b");
        await Assert.ThrowsAsync<NotSupportedException>(async () => await Store.PutAsync(
            "a/c",
            async (into, cancel) =>
            {
                await into.WriteAsync(Bytes(LargeBytes), cancel);
                throw new NotSupportedException();
            }));
        Assert.Equal(0, await PiecesAsync());
    }

    [Fact]
    public async Task Several_that_put_the_same_name_leave_one_of_them_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            Store.PutAsync("same/a", Bytes(i % 2 == 0 ? 100 : LargeBytes, seed: i)).AsTask()));
        byte[] content = (await Store.ReadAllAsync("same/a"))!;
        Assert.Contains(
            Enumerable.Range(0, 6), i => content.AsSpan().SequenceEqual(Bytes(i % 2 == 0 ? 100 : LargeBytes, seed: i)));
    }

    [Fact]
    public async Task A_spoiled_piece_is_noticed()
    {
        await Store.PutAsync("a/b", Bytes(LargeBytes));
        await _world.RunAsync($"""
            UPDATE {_database.Schema}.blob_piece SET data = set_byte(data, 77, get_byte(data, 77) # 1) WHERE number = 2
            """);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Store.ReadAllAsync("a/b"));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_an_io_failure()
    {
        await using var nowhere = new PostgresDatabase(
            new PostgresOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=x" },
            Microsoft.Extensions.Logging.Abstractions.NullLogger<PostgresDatabase>.Instance);
        var store = new PostgresBlobStore(nowhere);
        await Assert.ThrowsAsync<IOException>(async () => await store.FindAsync("a/b"));
        await Assert.ThrowsAsync<IOException>(async () => await store.PutAsync("a/b", Bytes(1)));
    }

    private Task<long> PiecesAsync() => _world.ScalarAsync<long>($"SELECT count(*) FROM {_database.Schema}.blob_piece");
}
