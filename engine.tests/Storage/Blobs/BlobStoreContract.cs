using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Blobs;

namespace Catalog.Engine.Tests.Storage.Blobs;

/// <summary>What holds for every store; each has a class that runs it.</summary>
public abstract class BlobStoreContract
{
    protected abstract IBlobStore Store { get; }

    /// <summary>More than the store writes in one piece.</summary>
    protected abstract int LargeBytes { get; }

    /// <summary>Names of a folder, in their order.</summary>
    protected virtual string[] ListedNames { get; } =
        ["list/B", "list/a", "list/a-1", "list/a.csv", "list/a_2", "list/aa", "list/b"];

    internal static byte[] Bytes(int count, int seed = 1)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(65_536)]
    [InlineData(300_001)]
    public Task What_is_put_is_found_and_read(int size) => RoundTripAsync("sizes/one.bin", size);

    [Fact]
    public Task A_large_one_too() => RoundTripAsync("sizes/large.bin", LargeBytes);

    [Fact]
    public async Task Exactly_full_blocks_are_written_once()
    {
        await RoundTripAsync("sizes/full", LargeBytes / 1024 / 1024 * 1024 * 1024);
        await RoundTripAsync("sizes/less", (LargeBytes / 1024 / 1024 * 1024 * 1024) - BlobFooter.SizeBytes);
    }

    [Fact]
    public async Task Ranges_end_where_the_content_ends()
    {
        byte[] content = Bytes(1000);
        await Store.PutAsync("ranges/a", content);
        byte[] buffer = new byte[100];
        foreach (int offset in (int[])[0, 1, 899, 900, 901, 975, 976, 977, 999, 1000, 1023, 1024, 1025, 5000])
        {
            int read = await Store.ReadAsync("ranges/a", offset, buffer);
            Assert.Equal(Math.Clamp(1000 - offset, 0, 100), read);
            Assert.Equal(content.AsSpan(Math.Min(offset, 1000), read), buffer.AsSpan(0, read));
        }

        Assert.Equal(0, await Store.ReadAsync("ranges/a", 0, Memory<byte>.Empty));
    }

    [Fact]
    public async Task What_is_not_there_is_told_apart()
    {
        Assert.Null(await Store.FindAsync("none/a"));
        Assert.Null(await Store.OpenAsync("none/a"));
        Assert.Null(await Store.ReadAllAsync("none/a"));
        var missing = await Assert.ThrowsAsync<BlobMissingException>(
            async () => await Store.ReadAsync("none/a", 0, new byte[1]));
        Assert.Equal("none/a", missing.Name);
        await Store.DeleteAsync("none/a");
        Assert.Empty((await Store.ListAsync("none/", null, 10)).Entries);
    }

    [Fact]
    public async Task Deleted_is_gone_and_another_stays()
    {
        await Store.PutAsync("deleted/a", Bytes(10));
        await Store.PutAsync("deleted/b", Bytes(10));
        await Store.DeleteAsync("deleted/a");
        Assert.Null(await Store.FindAsync("deleted/a"));
        Assert.Equal(Bytes(10), await Store.ReadAllAsync("deleted/b"));
    }

    [Fact]
    public async Task Put_again_replaces_the_whole()
    {
        await Store.PutAsync("again/a", Bytes(LargeBytes));
        await Store.PutAsync("again/a", Bytes(7, seed: 2));
        Assert.Equal(Bytes(7, seed: 2), await Store.ReadAllAsync("again/a"));
        Assert.Equal([new BlobEntry("again/a", 7)], (await Store.ListAsync("again/", null, 10)).Entries);
    }

    [Fact]
    public async Task A_writer_that_fails_leaves_nothing_and_what_it_threw_comes_out()
    {
        foreach (int size in (int[])[0, 100, LargeBytes])
        {
            await Assert.ThrowsAsync<NotSupportedException>(async () => await Store.PutAsync(
                "failed/a",
                async (into, cancel) =>
                {
                    await into.WriteAsync(Bytes(size), cancel);
                    throw new NotSupportedException();
                }));
            Assert.Null(await Store.FindAsync("failed/a"));
            Assert.Empty((await Store.ListAsync("failed/", null, 10)).Entries);
        }
    }

    [Fact]
    public async Task A_writer_that_fails_leaves_the_old_content()
    {
        await Store.PutAsync("kept/a", Bytes(10));
        await Assert.ThrowsAsync<NotSupportedException>(async () => await Store.PutAsync(
            "kept/a", (into, _) =>
            {
                into.Write(Bytes(LargeBytes, seed: 3));
                throw new NotSupportedException();
            }));
        Assert.Equal(Bytes(10), await Store.ReadAllAsync("kept/a"));
    }

    [Fact]
    public async Task A_put_that_is_given_up_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.PutAsync(
            "cancelled/a",
            async (into, stop) =>
            {
                await into.WriteAsync(Bytes(LargeBytes), stop);
                await cancel.CancelAsync();
            },
            cancel.Token));
        Assert.Null(await Store.FindAsync("cancelled/a"));
    }

    [Fact]
    public async Task A_listing_has_its_folder_in_order_page_by_page()
    {
        string[] names = ListedNames;
        foreach (string name in names.Reverse()) await Store.PutAsync(name, Bytes(name.Length));
        await Store.PutAsync("list/deeper/c", Bytes(1));
        await Store.PutAsync("listing/d", Bytes(1));
        await Store.PutAsync("another/list/e", Bytes(1));
        for (int limit = 1; limit <= 8; limit++)
        {
            var seen = new List<BlobEntry>();
            BlobPage page;
            do
            {
                page = await Store.ListAsync("list/", seen.Count == 0 ? null : seen[^1].Name, limit);
                Assert.True(page.Entries.Count <= limit);
                seen.AddRange(page.Entries);
            }
            while (page.HasMore);
            Assert.Equal(names, seen.Select(static entry => entry.Name));
            Assert.All(seen, static entry => Assert.Equal(entry.Name.Length, entry.SizeBytes));
        }

        BlobPage prefixed = await Store.ListAsync("list/a", names[1], 10);
        Assert.Equal(names[2..^1], prefixed.Entries.Select(static entry => entry.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/..")]
    [InlineData("a/.b")]
    [InlineData("a/b c")]
    [InlineData("a\\b/c")]
    [InlineData("a/b\0")]
    [InlineData("a/ä")]
    public async Task What_is_no_name_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.PutAsync(name, Bytes(1)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.FindAsync(name));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ReadAsync(name, 0, new byte[1]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.DeleteAsync(name));
    }

    [Fact]
    public async Task A_stream_seeks_and_checks_what_it_read_from_beginning_to_end()
    {
        byte[] content = Bytes(100_000);
        await Store.PutAsync("streams/a", content);
        await using Stream stream = (await Store.OpenAsync("streams/a", blockBytes: 4096))!;
        Assert.Equal(content.Length, stream.Length);
        byte[] buffer = new byte[5000];
        foreach (int offset in (int[])[99_000, 0, 50_000, 4095, 4096, 95_000, 100_000])
        {
            stream.Seek(offset - 100_000, SeekOrigin.End);
            int read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
            Assert.Equal(Math.Min(buffer.Length, content.Length - offset), read);
            Assert.Equal(content.AsSpan(offset, read), buffer.AsSpan(0, read));
        }
    }

    [Fact]
    public async Task Several_are_put_at_the_same_time()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Store.PutAsync($"many/{i}", Bytes(200_000, seed: i)).AsTask()));
        for (int i = 0; i < 8; i++) Assert.Equal(Bytes(200_000, seed: i), await Store.ReadAllAsync($"many/{i}"));
    }

    private async Task RoundTripAsync(string name, int size)
    {
        byte[] content = Bytes(size);
        BlobInfo info = await Store.PutAsync(name, new MemoryStream(content));
        Assert.Equal(new BlobInfo(name, size, Crc32C.Of(content)), info);
        Assert.Equal(info, await Store.FindAsync(name));
        Assert.Equal(content, await Store.ReadAllAsync(name));
        using var copy = new MemoryStream();
        await using Stream stream = (await Store.OpenAsync(name))!;
        await stream.CopyToAsync(copy);
        Assert.Equal(content, copy.ToArray());
    }
}
