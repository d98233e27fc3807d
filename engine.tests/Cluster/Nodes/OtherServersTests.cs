using System.Net;
using System.Text.Json;
using Catalog.Bench.Shared.Hosts;
using Catalog.Engine.Tests.Cluster.Postgres;
using Catalog.Engine.Tests.Shell;
using Catalog.Shell.Auth;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Engine.Tests.Cluster.Nodes;

/// <summary>Two servers on one journal: an operator asks either about the consumers of both.</summary>
[Collection(PostgresGroup.Name)]
public sealed class OtherServersTests(PostgresWorld postgres)
{
    private const string Consumers = "/api/admin/consumers";

    [Fact]
    public async Task Any_server_is_asked_about_the_consumers_of_all()
    {
        await postgres.StartAgainAsync();
        string connection = await postgres.CreateDatabaseAsync();
        await using ShellHost one = Start(connection, "one");
        string token = await AdminAsync(one);
        await using ShellHost other = Start(connection, "other");
        EventHost there = other.Service<EventHost>();
        JsonElement all = await SettleAsync(one, token, static (consumers, unknown) =>
            unknown.Length == 0 && consumers.Any(static each => each.TryGetProperty("server", out _)));
        JsonElement[] listed = [.. all.GetProperty("consumers").EnumerateArray()];
        Assert.Equal(one.Service<EventHost>().ConsumerNames.Order(), listed.Select(NameOf).Order());
        JsonElement elsewhere = listed.First(static each => each.TryGetProperty("server", out _));
        Assert.Equal("other", elsewhere.GetProperty("server").GetString());
        string name = NameOf(elsewhere);

        ShellAnswer paused = await one.PostAsync($"{Consumers}/{name}/pause", null, token);
        Assert.Equal(HttpStatusCode.NoContent, paused.Status);
        Assert.True(there.FindConsumer(name)!.GetStatus().IsPaused);
        ShellAnswer parked = await one.GetAsync($"{Consumers}/{name}/parked", token);
        Assert.Equal(0, parked.Json.GetProperty("items").GetArrayLength());
        ShellAnswer none = await one.PostAsync($"{Consumers}/{name}/parked/7/replay", null, token);
        Assert.Equal(HttpStatusCode.NotFound, none.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await one.PostAsync($"{Consumers}/{name}/pause")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await one.PostAsync($"{Consumers}/nobody/pause", null, token)).Status);

        ShellAnswer audit = await one.GetAsync("/api/admin/audit?limit=100", token);
        string[] actions =
            [.. audit.Json.GetProperty("items").EnumerateArray().Select(static e =>
                $"{e.GetProperty("action")} {e.GetProperty("target")}")];
        Assert.Single(actions, $"consumer.pause {name}");
    }

    [Fact]
    public async Task A_server_that_does_not_say_where_it_is_is_named()
    {
        await postgres.StartAgainAsync();
        string connection = await postgres.CreateDatabaseAsync();
        await using ShellHost one = Start(connection, "one");
        string token = await AdminAsync(one);
        await using ShellHost other = Start(connection, "other", saysWhere: false);
        JsonElement all = await SettleAsync(one, token, static (known, unknown) =>
            unknown.Length > 0 && unknown.All(static each => each.TryGetProperty("server", out _)));
        JsonElement elsewhere = all.GetProperty("unknown")[0];
        Assert.Equal("other", elsewhere.GetProperty("server").GetString());
        string name = NameOf(elsewhere);
        ShellAnswer refused = await one.PostAsync($"{Consumers}/{name}/pause", null, token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("'other'", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);

        // A host may stop and be disposed at once: nobody goes on before the server has left.
        await other.Service<EventHost>().StopAsync();
        Task leaving = other.Service<ICluster>().LeaveAsync();
        await other.Service<ICluster>().LeaveAsync();
        Assert.True(leaving.IsCompletedSuccessfully);
    }

    /// <summary>The list, once the servers have agreed on who does what.</summary>
    private static async Task<JsonElement> SettleAsync(
        ShellHost host, string token, Func<JsonElement[], JsonElement[], bool> isSettled)
    {
        for (int i = 0; i < 600; i++)
        {
            JsonElement all = (await host.GetAsync(Consumers, token)).Json;
            JsonElement[] unknown = [.. all.GetProperty("unknown").EnumerateArray()];
            if (isSettled([.. all.GetProperty("consumers").EnumerateArray()], unknown)) return all;
            await Task.Delay(50);
        }

        throw new TimeoutException("The servers do not agree: " + (await host.GetAsync(Consumers, token)).Json);
    }

    private static string NameOf(JsonElement consumer) => consumer.GetProperty("name").GetString()!;

    private static ShellHost Start(string connection, string name, bool saysWhere = true)
    {
        string url = $"http://127.0.0.1:{Loopback.FreePort()}";
        List<(string Key, string Value)> settings =
        [
            ("Urls", url),
            ("Catalog:Postgres:ConnectionString", connection),
            ("Catalog:Cluster:Shards", "5"),
            ("Catalog:Cluster:Name", name),
            ("Catalog:Gateway:DrainTime", "0"),
        ];
        if (saysWhere) settings.Add(("Catalog:Cluster:Url", url));
        return new ShellHost(settings: [.. settings]);
    }

    private static async Task<string> AdminAsync(ShellHost host)
    {
        ShellAnswer account = await host.RegisterAsync();
        ulong id = account.Json.GetProperty("user").GetProperty("id").GetUInt64();
        await host.Service<Accounts>().ChangeRoleAsync(id, AccountRole.Admin);
        return (await host.LoginAsync()).AccessToken;
    }
}
