using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Tests.Core.Consumers;

/// <summary>What every place consumers are kept in does.</summary>
internal static class ConsumerStoreContract
{
    internal const string Name = "mail";

    /// <summary>Saves, parks, changes and forgets, and reads it back as another process would.</summary>
    /// <param name="open">Opens the same place anew.</param>
    internal static async Task CheckAsync(Func<IConsumerStore> open)
    {
        IConsumerStore store = open();
        Assert.Null(await store.LoadAsync(Name, default));
        await store.SaveOffsetAsync(Name, 40, default);
        await store.ParkAsync(Name, Parked(50), 90, default);
        await store.ParkAsync(Name, Parked(20), 100, default);
        await store.UpdateParkedAsync(Name, Parked(50) with { Attempts = 99 }, default);
        await store.UpdateParkedAsync(Name, Parked(51), default);
        await store.SaveOffsetAsync("push", 7, default);
        Check(await store.LoadAsync(Name, default), 100, Parked(20), Parked(50) with { Attempts = 99 });
        IConsumerStore again = open();
        Check(await again.LoadAsync(Name, default), 100, Parked(20), Parked(50) with { Attempts = 99 });
        Check(await again.LoadAsync("push", default), 7);
        await again.UnparkAsync(Name, 50, default);
        await again.UnparkAsync(Name, 51, default);
        Check(await open().LoadAsync(Name, default), 100, Parked(20));
        await again.ParkAsync(Name, Parked(20) with { Attempts = 4 }, 101, default);
        Check(await open().LoadAsync(Name, default), 101, Parked(20) with { Attempts = 4 });
    }

    internal static ParkedEvent Parked(long position)
    {
        var header = new EventHeader(position, new PartitionKey(200, ulong.MaxValue - 3), 60_000, 250, -5);
        return new ParkedEvent(header, new byte[] { 1, 2, (byte)position }, 3, "It said no: ÄÖÜ", 1_700_000_000_000);
    }

    internal static void Check(ConsumerState? state, long offset, params ParkedEvent[] parked)
    {
        Assert.NotNull(state);
        Assert.Equal(offset, state.Offset);
        Assert.Equal(parked.Length, state.Parked.Count);
        for (int i = 0; i < parked.Length; i++)
        {
            Assert.Equal(parked[i].Payload.ToArray(), state.Parked[i].Payload.ToArray());
            Assert.Equal(parked[i], state.Parked[i] with { Payload = parked[i].Payload });
        }
    }
}
