using System.Net;
using System.Text.Json;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Shell.Auth;
using Catalog.Shell.Exports;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Shell.Exports;

/// <summary>A server with something to export, and an administrator who asks for it.</summary>
internal sealed class ExportWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly BookingHost _host;

    private ExportWorld(BookingHost host, HttpClient http, GatedSource source)
    {
        _host = host;
        Http = http;
        Source = source;
    }

    public HttpClient Http { get; }

    public GatedSource Source { get; }

    public BookingHost Host => _host;

    public ManualClock Clock => _host.Clock;

    public static async Task<ExportWorld> StartAsync(
        string folder,
        ManualClock? clock = null,
        bool isOpen = true,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var source = new GatedSource();
        if (isOpen) source.Open();
        BookingHost host = await BookingHost.StartAsync(
            folder, clock, services => services.AddSingleton<IExportSource>(source), settings: settings);
        var world = new ExportWorld(host, host.CreateClient(), source);
        await world.RenewAsync();
        return world;
    }

    /// <summary>Signs the administrator in, again when the clock has moved on.</summary>
    public async Task RenewAsync()
    {
        Http.DefaultRequestHeaders.Authorization = null;
        Http.DefaultRequestHeaders.Authorization = new("Bearer", await SignInAsync("root@example.org", isAdmin: true));
    }

    public async Task<string> SignInAsync(string email, bool isAdmin = false)
    {
        var register = new { name = "Root", email, password = ShellHost.Password };
        using HttpResponseMessage made = await Http.PostAsync("/api/auth/register", Json(register));
        ShellAnswer session = await ShellAnswer.ReadAsync(made);
        if (isAdmin && session.Status == HttpStatusCode.Created)
        {
            ulong id = session.Json.GetProperty("user").GetProperty("id").GetUInt64();
            await _host.Service<Accounts>().ChangeRoleAsync(id, AccountRole.Admin);
        }

        using HttpResponseMessage login = await Http.PostAsync(
            "/api/auth/login", Json(new { email, password = ShellHost.Password }));
        return (await ShellAnswer.ReadAsync(login)).AccessToken;
    }

    public async Task<ShellAnswer> SendAsync(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = Json(body);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage response = await Http.SendAsync(request);
        return await ShellAnswer.ReadAsync(response);
    }

    public Task<ShellAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<ShellAnswer> AskAsync(object body, string key) =>
        SendAsync(HttpMethod.Post, "/api/admin/exports", body, key);

    /// <summary>Waits until an export is in a state, or over.</summary>
    public async Task<JsonElement> WaitForAsync(string id, string state)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            JsonElement export = (await GetAsync("/api/admin/exports/" + id)).Json;
            string now = export.GetProperty("state").GetString()!;
            if (now == state) return export;
            Assert.False(now is "done" or "failed" or "cancelled", export.ToString());
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>Waits until there are as many exports that are done, and says which.</summary>
    public async Task<JsonElement[]> WaitForDoneAsync(int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            JsonElement[] all = [.. (await GetAsync("/api/admin/exports")).Json.GetProperty("items").EnumerateArray()];
            if (all.Count(static each => each.GetProperty("state").GetString() == "done") >= count) return all;
            await Task.Delay(10, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
    }

    private static StringContent Json(object body) =>
        new(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
}
