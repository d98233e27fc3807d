using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Tests.Core.Consumers;
using Catalog.Shell.Cluster.Postgres;

namespace Catalog.Engine.Tests.Cluster.Postgres;

[Collection(PostgresGroup.Name)]
public sealed class PostgresConsumerStoreTests(PostgresWorld world)
{
    [Fact]
    public async Task WhatWasSavedIsLoaded()
    {
        await using PostgresDatabase database = world.NewDatabase();
        await ConsumerStoreContract.CheckAsync(() => new PostgresConsumerStore(database));
    }

    [Fact]
    public async Task AnErrorWithAZeroCharacterIsKept()
    {
        await using PostgresDatabase database = world.NewDatabase();
        var store = new PostgresConsumerStore(database);
        await store.ParkAsync("mail", ConsumerStoreContract.Parked(1) with { Error = "a\0b" }, 2, default);
        ConsumerState state = (await store.LoadAsync("mail", default))!;
        Assert.Equal("a\uFFFDb", Assert.Single(state.Parked).Error);
    }
}
