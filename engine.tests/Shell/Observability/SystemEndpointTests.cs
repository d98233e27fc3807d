using System.Net;
using System.Text.Json;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Tests.Cluster.Nodes;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Shell.Observability;

namespace Catalog.Engine.Tests.Shell.Observability;

public sealed class SystemEndpointTests : IAsyncLifetime
{
    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync(("Catalog:Shards", "2"));

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task It_tells_of_every_part_that_is_there()
    {
        string user = await _world.UserAsync();
        await _world.HoldAsync(user, "B1");
        string admin = await _world.AdminAsync();
        JsonElement system = default;
        JsonElement[] shards = [];
        // A batch that is with the journal just now is counted when it comes back.
        await Until.HoldsAsync(
            async () =>
            {
                system = (await _world.Host.GetAsync("/api/admin/system", admin)).Json;
                shards = [.. system.GetProperty("shards").EnumerateArray()];
                return shards.Sum(static shard => shard.GetProperty("batches").GetInt64())
                    == system.GetProperty("batchSizes").EnumerateArray()
                        .Sum(static size => size.GetProperty("count").GetInt64());
            },
            "every batch is counted by its size");
        Assert.Equal(2, shards.Length);
        Assert.True(shards.Sum(static shard => shard.GetProperty("commands").GetInt64()) > 5);
        JsonElement journal = system.GetProperty("journal");
        Assert.True(journal.GetProperty("acceptsWrites").GetBoolean());
        Assert.True(journal.GetProperty("allocatedBytes").GetInt64() >= journal.GetProperty("liveBytes").GetInt64());
        Assert.True(system.GetProperty("commit").GetProperty("count").GetInt64() > 0);
        Assert.Contains(system.GetProperty("consumers").EnumerateArray(), static each =>
            each.GetProperty("name").GetString() == "booking-notifications");
        Assert.Contains(system.GetProperty("projections").EnumerateArray(), static each =>
            each.GetProperty("name").GetString() == "recent-bookings");
        Assert.True(system.GetProperty("process").GetProperty("workingSetBytes").GetInt64() > 0);
        JsonElement reserve = Assert.Single(
            system.GetProperty("http").GetProperty("routes").EnumerateArray(),
            static route => route.GetProperty("route").GetString() == "/booking/api/bookings/reserve");
        Assert.Equal(1, reserve.GetProperty("count").GetInt64());
        Assert.True(reserve.GetProperty("p99Ms").GetDouble() > 0);
    }

    [Fact]
    public async Task A_slow_batch_is_named_with_its_shard()
    {
        _world.Host.Service<EngineTimings>().Record(
            new BatchReport(1, 37, 4096, TimeSpan.FromMilliseconds(3), TimeSpan.FromSeconds(100)));
        JsonElement system = (await _world.Host.GetAsync("/api/admin/system", await _world.AdminAsync())).Json;
        JsonElement slow = system.GetProperty("slow")[0];
        Assert.Equal("commit shard 1", $"{slow.GetProperty("kind")} {slow.GetProperty("name")}");
        Assert.StartsWith("37 commands", slow.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(100_003, slow.GetProperty("durationMs").GetDouble());
    }

    [Fact]
    public async Task It_is_for_administrators()
    {
        (await _world.Host.GetAsync("/api/admin/system"))
            .AssertProblem(HttpStatusCode.Unauthorized, "token_required");
        (await _world.Host.GetAsync("/api/admin/system", await _world.UserAsync()))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
    }
}
