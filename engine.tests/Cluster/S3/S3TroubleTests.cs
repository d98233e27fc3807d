using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Tests.Storage.Blobs;
using Catalog.Shell.Cluster.S3;

namespace Catalog.Engine.Tests.Cluster.S3;

/// <summary>Servers and networks that do not behave, and settings that are wrong.</summary>
public sealed class S3TroubleTests(S3World world) : IClassFixture<S3World>, IDisposable
{
    private const int ThreeParts = 11 * 1024 * 1024;

    public void Dispose() => world.Front.Reset();

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again()
    {
        using S3BlobStore store = world.Open();
        int refused = 0;
        world.Front.Trouble = _ => Interlocked.Increment(ref refused) <= 2 ? S3Trouble.SlowDown : S3Trouble.None;
        await store.PutAsync("a/b", BlobStoreContract.Bytes(1000));
        Assert.Equal(BlobStoreContract.Bytes(1000), await store.ReadAllAsync("a/b"));
        Assert.True(refused > 2);
    }

    [Theory]
    [InlineData(S3Trouble.Cut)]
    [InlineData(S3Trouble.Lose)]
    public async Task Reading_goes_on_where_an_answer_broke_off(object trouble)
    {
        using S3BlobStore store = world.Open();
        byte[] content = BlobStoreContract.Bytes(3_000_000);
        await store.PutAsync("a/b", content);
        int count = 0;
        world.Front.Trouble = context =>
            context.Request.Method == "GET" && Interlocked.Increment(ref count) % 2 == 1
                ? (S3Trouble)trouble
                : S3Trouble.None;
        Assert.Equal(content, await store.ReadAllAsync("a/b"));
        await using Stream stream = (await store.OpenAsync("a/b"))!;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        Assert.Equal(content, copy.ToArray());
    }

    [Fact]
    public async Task A_spoiled_answer_is_noticed()
    {
        using S3BlobStore store = world.Open();
        await store.PutAsync("a/b", BlobStoreContract.Bytes(3_000_000));
        world.Front.Trouble = static context =>
            context.Request.Headers.Range == "bytes=0-2999999" ? S3Trouble.Spoil : S3Trouble.None;
        await Assert.ThrowsAsync<InvalidDataException>(async () => await store.ReadAllAsync("a/b"));
    }

    [Fact]
    public async Task An_upload_whose_answers_are_lost_is_there_once()
    {
        using S3BlobStore store = world.Open();
        int count = 0;
        world.Front.Trouble = _ => Interlocked.Increment(ref count) % 2 == 1 ? S3Trouble.Lose : S3Trouble.None;
        byte[] content = BlobStoreContract.Bytes(1000);
        await store.PutAsync("a/b", content);
        world.Front.Reset();
        Assert.Equal(content, await store.ReadAllAsync("a/b"));
        Assert.Single((await store.ListAsync("a/", null, 10)).Entries);
    }

    [Fact]
    public async Task A_large_upload_that_fails_is_aborted_and_nothing_is_there()
    {
        using S3BlobStore store = world.Open(static options => options.Retries = 0);
        world.Front.Trouble = static context =>
            context.Request.Query["partNumber"] == "2" ? S3Trouble.SlowDown : S3Trouble.None;
        await Assert.ThrowsAsync<S3Exception>(
            async () => await store.PutAsync("a/large", BlobStoreContract.Bytes(ThreeParts)));
        Assert.Contains(world.Front.Requests, static request =>
            request.StartsWith("DELETE ", StringComparison.Ordinal) && request.Contains("a/large?uploadId="));
        Assert.Null(await store.FindAsync("a/large"));
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_of_an_upload_and_started_again_has_nothing_of_it()
    {
        using S3BlobStore store = world.Open(static options => options.Retries = 1);
        await store.PutAsync("a/before", BlobStoreContract.Bytes(1000));
        await Assert.ThrowsAsync<S3Exception>(async () => await store.PutAsync(
            "a/large",
            async (into, cancel) =>
            {
                await into.WriteAsync(BlobStoreContract.Bytes(ThreeParts), cancel);
                await world.Peer.KillAsync();
                await into.WriteAsync(BlobStoreContract.Bytes(ThreeParts), cancel);
            }));
        await Assert.ThrowsAsync<S3Exception>(async () => await store.FindAsync("a/before"));
        await world.Peer.StartAsync();
        Assert.Null(await store.FindAsync("a/large"));
        Assert.Equal(BlobStoreContract.Bytes(1000), await store.ReadAllAsync("a/before"));
        await store.PutAsync("a/large", BlobStoreContract.Bytes(ThreeParts));
        Assert.Equal(BlobStoreContract.Bytes(ThreeParts), await store.ReadAllAsync("a/large"));
    }

    [Fact]
    public async Task A_server_that_restarts_within_the_deadline_costs_time_only()
    {
        using S3BlobStore store = world.Open(static options => options.Retries = 10);
        await world.Peer.KillAsync();
        Task<BlobInfo> put = store.PutAsync("a/b", BlobStoreContract.Bytes(1000)).AsTask();
        await world.Peer.StartAsync();
        await put;
        Assert.Equal(BlobStoreContract.Bytes(1000), await store.ReadAllAsync("a/b"));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_at_the_deadline()
    {
        using S3BlobStore store = world.Open(static options => options.DeadlineSeconds = 1);
        world.Front.Trouble = static _ => S3Trouble.Hang;
        var late = await Assert.ThrowsAsync<S3Exception>(async () => await store.FindAsync("a/b"));
        Assert.Contains("no answer within 1 s", late.Message, StringComparison.Ordinal);
        Assert.False(late.IsSetting);
    }

    [Fact]
    public async Task A_server_that_knows_crc32c_gets_it()
    {
        world.Front.KnowsCrc = true;
        using S3BlobStore store = world.Open();
        await store.PutAsync("a/b", BlobStoreContract.Bytes(1000));
        await store.PutAsync("a/large", BlobStoreContract.Bytes(ThreeParts));
        Assert.Equal(4, world.Front.Uploads.Count);
        Assert.All(world.Front.Uploads, static head => Assert.True(head.ContainsKey("x-amz-checksum-crc32c")));
    }

    [Fact]
    public async Task A_server_that_does_not_know_it_gets_content_md5_and_no_upload_stays_unchecked()
    {
        using S3BlobStore store = world.Open();
        await store.PutAsync("a/b", BlobStoreContract.Bytes(1000));
        await store.PutAsync("a/c", BlobStoreContract.Bytes(1000));
        Assert.Equal([false, true, true], world.Front.Uploads.Select(static head => head.ContainsKey("Content-MD5")));
    }

    [Theory]
    [InlineData("Bucket", "no-such-bucket", "There is no bucket 'no-such-bucket' at http://")]
    [InlineData("AccessKey", "SOMEBODY", "is not known there: see Catalog:S3:AccessKey")]
    [InlineData("SecretKey", "wrong-secret", "is not the access key's: see Catalog:S3:SecretKey")]
    public async Task A_wrong_setting_is_named_and_no_secret_told(string setting, string value, string expected)
    {
        using S3BlobStore store = world.Open(
            options => typeof(S3Options).GetProperty(setting)!.SetValue(options, value));
        // This server does not check signatures.
        if (setting == "SecretKey") world.Front.Trouble = static _ => S3Trouble.SignatureDoesNotMatch;
        foreach (Func<Task> use in (Func<Task>[])
        [
            () => store.CheckAsync(),
            async () => await store.FindAsync("a/b"),
            async () => await store.ReadAsync("a/b", 0, new byte[1]),
            async () => await store.PutAsync("a/b", BlobStoreContract.Bytes(10)),
        ])
        {
            var refused = await Assert.ThrowsAsync<S3Exception>(use);
            Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("wrong-secret", refused.ToString(), StringComparison.Ordinal);
            Assert.True(refused.IsSetting);
        }
    }

    [Fact]
    public async Task A_key_that_may_not_is_told_apart_from_one_that_is_wrong()
    {
        using S3BlobStore store = world.Open();
        world.Front.Trouble = static _ => S3Trouble.AccessDenied;
        var refused = await Assert.ThrowsAsync<S3Exception>(() => store.CheckAsync());
        Assert.Contains("refuses this access key", refused.Message, StringComparison.Ordinal);
    }
}
