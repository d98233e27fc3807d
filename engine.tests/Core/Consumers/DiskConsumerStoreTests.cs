using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
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
        var store = new DiskConsumerStore(disk);
        await store.SaveOffsetAsync("mail", 40, default);
        await store.ParkAsync("mail", Parked(50), 90, default);
        await store.ParkAsync("mail", Parked(20), 100, default);
        await store.UpdateParkedAsync("mail", Parked(50) with { Attempts = 99 }, default);
        await store.UpdateParkedAsync("mail", Parked(51), default);
        await store.SaveOffsetAsync("push", 7, default);
        Check((await store.LoadAsync("mail", default))!, 100, Parked(20), Parked(50) with { Attempts = 99 });
        var again = new DiskConsumerStore(disk);
        Check((await again.LoadAsync("mail", default))!, 100, Parked(20), Parked(50) with { Attempts = 99 });
        Check((await again.LoadAsync("push", default))!, 7);
        await again.UnparkAsync("mail", 50, default);
        await again.UnparkAsync("mail", 51, default);
        Check((await new DiskConsumerStore(disk).LoadAsync("mail", default))!, 100, Parked(20));
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
        await new DiskConsumerStore(disk).ParkAsync("mail", Parked(50), 90, default);
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
                if (i % 3 == 0) await store.ParkAsync("mail", Parked(i), i, default);
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

    private static ParkedEvent Parked(long position)
    {
        var header = new EventHeader(position, new PartitionKey(200, ulong.MaxValue - 3), 60_000, 250, -5);
        return new ParkedEvent(header, new byte[] { 1, 2, (byte)position }, 3, "It said no: ÄÖÜ", 1_700_000_000_000);
    }

    private static void Check(ConsumerState state, long offset, params ParkedEvent[] parked)
    {
        Assert.Equal(offset, state.Offset);
        Assert.Equal(parked.Length, state.Parked.Count);
        for (int i = 0; i < parked.Length; i++)
        {
            Assert.Equal(parked[i].Payload.ToArray(), state.Parked[i].Payload.ToArray());
            Assert.Equal(parked[i], state.Parked[i] with { Payload = parked[i].Payload });
        }
    }
}
