using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Tests.Simulation;
using Catalog.Engine.Tests.Storage.Disks;

namespace Catalog.Engine.Tests.Storage.Blobs;

public sealed class DiskBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DiskBlobStoreTests() => Store = new DiskBlobStore(new LocalDisk(_folder.Path));

    protected override IBlobStore Store { get; }

    protected override int LargeBytes => 3_000_000;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_but_the_blob_is_left_in_the_folder()
    {
        await Store.PutAsync("a/one.csv", Bytes(10));
        await Assert.ThrowsAsync<NotSupportedException>(
            async () => await Store.PutAsync("a/two.csv", (_, _) => throw new NotSupportedException()));
        Assert.Equal(["one.csv"], Directory.GetFiles(Path.Combine(_folder.Path, "a")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_a_process_was_writing_when_it_ended_is_cleared_away_by_the_next()
    {
        string left = Path.Combine(_folder.Path, "a", ".0.part");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        File.WriteAllText(left, "half");
        Assert.Empty((await Store.ListAsync("a/", null, 10)).Entries);
        await Store.PutAsync("a/b", Bytes(1));
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task A_flipped_bit_is_noticed()
    {
        var disk = new SimulatedDisk(1);
        var store = new DiskBlobStore(disk);
        await store.PutAsync("a/b", Bytes(100_000));
        disk.FlipBit("a/b", 99_999, 3);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await store.ReadAllAsync("a/b"));
        await using Stream stream = (await store.OpenAsync("a/b", blockBytes: 4096))!;
        await Assert.ThrowsAsync<InvalidDataException>(() => stream.CopyToAsync(Stream.Null));
        disk.FlipBit("a/b", 100_005, 3);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await store.FindAsync("a/b"));
    }

    [Fact]
    public async Task A_file_cut_short_is_noticed()
    {
        await Store.PutAsync("a/b", Bytes(1000));
        string path = Path.Combine(_folder.Path, "a", "b");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..700]);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Store.FindAsync("a/b"));
    }

    [Fact]
    public async Task Through_a_power_cut_at_any_step_a_blob_is_there_whole_or_not_at_all_and_an_answered_one_is()
    {
        bool isUntouched = false;
        for (int crashAt = 1; !isUntouched; crashAt++)
        {
            for (int seed = 0; seed < 10; seed++)
            {
                var disk = new SimulatedDisk(seed);
                disk.LosePowerAt(crashAt);
                int answered = await PutUntilFailureAsync(disk);
                isUntouched = disk.FailedStep is null;
                disk.Crash();
                var store = new DiskBlobStore(disk);
                for (int i = 0; i < 4; i++)
                {
                    byte[]? content = await store.ReadAllAsync($"a/{i}");
                    Assert.True(content is not null || i >= answered, $"{i} is lost: step {crashAt}, seed {seed}");
                    if (content is not null) Assert.Equal(Bytes(2000, i), content);
                }
            }

            Assert.True(crashAt < 200, "The run never ends untouched.");
        }
    }

    private static async Task<int> PutUntilFailureAsync(SimulatedDisk disk)
    {
        var store = new DiskBlobStore(disk);
        for (int i = 0; i < 4; i++)
        {
            try
            {
                await store.PutAsync($"a/{i}", Bytes(2000, i));
            }
            catch (IOException)
            {
                return i;
            }
        }

        return 4;
    }
}
