using System.Net;
using Catalog.Engine.Tests.Cluster.Postgres;
using Catalog.Engine.Tests.Shell;

namespace Catalog.Engine.Tests.Cluster.Sql;

public sealed class SqlEndpointTests(PostgresWorld postgres) : IClassFixture<PostgresWorld>
{
    private const string Path = "/api/admin/sql";

    [Fact]
    public async Task AnOperatorSeesTheTablesAndHasThemMadeAnew()
    {
        (string, string)[] settings = postgres.Settings(await postgres.CreateDatabaseAsync());
        await using var host = new ShellHost(null, null, [.. settings, ("Catalog:Demo", "true")]);
        string admin = await SignInAsync(host);
        ShellAnswer answer = await WaitAsync(host, admin);
        Assert.Equal("booking", answer.Json.GetProperty("schemas")[0].GetProperty("schema").GetString());
        Assert.Equal(0, answer.Json.GetProperty("schemas")[0].GetProperty("refusedCount").GetInt64());
        Assert.Equal(HttpStatusCode.Accepted, (await host.PostAsync(Path + "/booking/rebuild", null, admin)).Status);
        await WaitAsync(host, admin);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync(Path + "/chess/rebuild", null, admin)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync(Path)).Status);
    }

    [Fact]
    public async Task WithoutADatabaseThereAreNone()
    {
        await using var host = new ShellHost(null, null, ("Catalog:Demo", "true"));
        ShellAnswer answer = await host.GetAsync(Path, await SignInAsync(host));
        Assert.Equal(0, answer.Json.GetProperty("schemas").GetArrayLength());
    }

    private static async Task<string> SignInAsync(ShellHost host) =>
        (await host.LoginAsync("admin@catalog.test", "demo-admin-1")).AccessToken;

    private static async Task<ShellAnswer> WaitAsync(ShellHost host, string admin)
    {
        while (true)
        {
            ShellAnswer answer = await host.GetAsync(Path, admin);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            string? status = answer.Json.GetProperty("schemas")[0].GetProperty("status").GetString();
            if (status == "ready") return answer;
            Assert.Equal("filling", status);
            await Task.Delay(20);
        }
    }
}
