using System.Net;
using System.Text.Json;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Shell.Alerts;
using Catalog.Shell.Auth;
using Catalog.Shell.Insight;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Shell.Alerts;

/// <summary>A server with a rollup to watch, and an administrator.</summary>
internal sealed class AlertWorld : IAsyncDisposable
{
    private readonly BookingHost _host;
    private readonly HttpClient _http;

    private AlertWorld(BookingHost host, TestRollups rollups)
    {
        _host = host;
        _http = host.CreateClient();
        Rollups = rollups;
    }

    public TestRollups Rollups { get; }

    public BookingHost Host => _host;

    public ManualClock Clock => _host.Clock;

    public AlertDesk Desk => _host.Service<AlertDesk>();

    public static async Task<AlertWorld> StartAsync(
        string folder, ManualClock? clock = null, TestRollups? rollups = null, Action<IServiceCollection>? also = null)
    {
        rollups ??= new TestRollups();
        BookingHost host = await BookingHost.StartAsync(folder, clock, services =>
        {
            services.AddSingleton<IRollupSource>(rollups);
            services.PostConfigure<AlertOptions>(static options => options.EvaluateSeconds = 3600); // only tests look
            also?.Invoke(services);
        });
        var world = new AlertWorld(host, rollups);
        await world.SignInAsync("root@example.org", isAdmin: true);
        return world;
    }

    /// <summary>A rule on more than ten orders in ten minutes at place 3.</summary>
    public static Dictionary<string, object?> Rule(params (string Name, object? Value)[] changes)
    {
        var rule = new Dictionary<string, object?>
        {
            ["name"] = "Many orders",
            ["system"] = "test",
            ["rollup"] = "sales",
            ["measure"] = "orders",
            ["comparison"] = "above",
            ["threshold"] = 10,
            ["windowMinutes"] = 10,
            ["severity"] = "warning",
            ["where"] = new { place = new[] { "3" } },
            ["forMinutes"] = 5,
            ["cooldownMinutes"] = 30,
        };
        foreach ((string name, object? value) in changes) rule[name] = value;
        return rule;
    }

    public async Task SignInAsync(string email, bool isAdmin = false)
    {
        _http.DefaultRequestHeaders.Authorization = null;
        var person = new { name = "Root", email, password = ShellHost.Password };
        ShellAnswer session = await SendAsync(HttpMethod.Post, "/api/auth/register", person);
        if (isAdmin && session.Status == HttpStatusCode.Created)
        {
            ulong id = session.Json.GetProperty("user").GetProperty("id").GetUInt64();
            await _host.Service<Accounts>().ChangeRoleAsync(id, AccountRole.Admin);
        }

        ShellAnswer login = await SendAsync(
            HttpMethod.Post, "/api/auth/login", new { email, password = ShellHost.Password });
        _http.DefaultRequestHeaders.Authorization = new("Bearer", login.AccessToken);
    }

    public async Task<ShellAnswer> SendAsync(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(
                JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage response = await _http.SendAsync(request);
        return await ShellAnswer.ReadAsync(response);
    }

    public async Task AddRuleAsync(params (string Name, object? Value)[] changes)
    {
        ShellAnswer answer = await SendAsync(
            HttpMethod.Post, "/api/admin/alerts/rules", Rule(changes), Guid.NewGuid().ToString());
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
    }

    public void Sell(int orders, ulong place = 3)
    {
        for (int i = 0; i < orders; i++) Rollups.Add(Clock.GetUtcNow(), place, 100);
    }

    /// <summary>Moves the clock and looks at the rules; the alerts there are, in short.</summary>
    public async Task<string> LookAfterAsync(int minutes)
    {
        Clock.Advance(TimeSpan.FromMinutes(minutes));
        await _host.Service<AlertEvaluator>().EvaluateAsync(default);
        return await ShortAsync();
    }

    /// <summary>The alerts there are, oldest first: id and state.</summary>
    public async Task<string> ShortAsync() => string.Join(", ", (await Desk.ListAsync()).Value.Alerts.Select(static a =>
        $"{a.Id} {(a.IsOver ? "over" : a.AcknowledgedMs != 0 ? "seen" : "open")}"));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }
}
