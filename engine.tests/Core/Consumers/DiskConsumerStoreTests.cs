using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Core.Consumers;

public sealed class DiskConsumerStoreTests
{
    private const string Path = "consumers/mail.state";

    [Fact]
    public async Task ANewConsumerHasNoState() =>
        Assert.Null(await new DiskConsumerStore(new SimulatedDisk(1)).LoadAsync("mail", default));

    [Fact]
    public async Task WhatWasSavedIsLoaded()
    {
        var disk = new SimulatedDisk(1);
        await ConsumerStoreContract.CheckAsync(() => new DiskConsumerStore(disk));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../mail")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    [InlineData("Mail")]
    public async Task ANameThatIsNoFileNameIsRefused(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await new DiskConsumerStore(new SimulatedDisk(1)).LoadAsync(name, default));

    [Fact]
    public async Task EveryDamagedByteIsFoundAndTheFileNamed()
    {
        var disk = new SimulatedDisk(1);
        await new DiskConsumerStore(disk).ParkAsync("mail", ConsumerStoreContract.Parked(50), 90, default);
        int length = Length(disk);
        for (int offset = 0; offset < length; offset++)
        {
            disk.FlipBit(Path, offset, offset % 8);
            InvalidDataException thrown = await Assert.ThrowsAsync<InvalidDataException>(
                async () => await new DiskConsumerStore(disk).LoadAsync("mail", default));
            Assert.Contains(Path, thrown.Message, StringComparison.Ordinal);
            disk.FlipBit(Path, offset, offset % 8);
        }

        Assert.NotNull(await new DiskConsumerStore(disk).LoadAsync("mail", default));
    }

    [Fact]
    public async Task ACutFileOrAnotherConsumersIsNamed()
    {
        var disk = new SimulatedDisk(1);
        await new DiskConsumerStore(disk).SaveOffsetAsync("push", 90, default);
        disk.Rename("consumers/push.state", Path);
        await Assert.ThrowsAsync<InvalidDataException>(
            async () => await new DiskConsumerStore(disk).LoadAsync("mail", default));
        for (int length = Length(disk) - 1; length >= 0; length--)
        {
            using (IDiskFile file = disk.Open(Path)) file.SetLength(length);
            await Assert.ThrowsAsync<InvalidDataException>(
                async () => await new DiskConsumerStore(disk).LoadAsync("mail", default));
        }
    }

    [Fact]
    public async Task APowerCutAnywhereLeavesTheLastAnswerOrTheNext()
    {
        const int calls = 12;
        int answered = -1;
        for (int cutAt = 1; answered < calls; cutAt++)
        {
            for (int seed = 0; seed < 8; seed++)
            {
                var disk = new SimulatedDisk(seed);
                disk.LosePowerAt(cutAt);
                answered = await RunAsync(new DiskConsumerStore(disk), calls);
                disk.Crash();
                ConsumerState? state = await new DiskConsumerStore(disk).LoadAsync("mail", default);
                int found = state is null ? 0 : (int)state.Offset;
                bool fits = found == answered || found == answered + 1;
                Assert.True(fits, $"Cut {cutAt}, seed {seed}: {answered} answered, {found} found.");
                for (int i = 1; i <= found; i++)
                    Assert.Equal(i % 3 == 0, state!.Parked.Any(parked => parked.Header.Position == i));
            }

            Assert.True(cutAt < 500, "A run ends untouched.");
        }
    }

    private static async Task<int> RunAsync(DiskConsumerStore store, int calls)
    {
        for (int i = 1; i <= calls; i++)
        {
            try
            {
                if (i % 3 == 0) await store.ParkAsync("mail", ConsumerStoreContract.Parked(i), i, default);
                else await store.SaveOffsetAsync("mail", i, default);
            }
            catch (IOException)
            {
                return i - 1;
            }
        }

        return calls;
    }

    private static int Length(SimulatedDisk disk)
    {
        using IDiskFile file = disk.Open(Path);
        return (int)file.LengthBytes;
    }
}
