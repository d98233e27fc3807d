using Catalog.Shell.Auth;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Engine.Tests.Shell.Leaderboards.Play;

/// <summary>A server with the demo's past, trained, and both demo accounts signed in.</summary>
public sealed class PlayDemo : IAsyncLifetime
{
    public LeaderboardWorld World { get; } = new(("Catalog:Demo", "true"));

    public string Customer { get; private set; } = "";

    public string CustomerId { get; private set; } = "";

    public string Admin { get; private set; } = "";

    public async Task InitializeAsync()
    {
        ShellAnswer customer = await SignInAsync(0);
        Customer = customer.AccessToken;
        CustomerId = customer.Json.GetProperty("user").GetProperty("id").GetUInt64().ToString();
        Admin = (await SignInAsync(1)).AccessToken;
        await World.Host.Service<PlayTrainer>().TrainAsync();
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    private async Task<ShellAnswer> SignInAsync(int account) =>
        await World.Host.LoginAsync(DemoAccounts.All[account].Email, DemoAccounts.All[account].Password);
}
