using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Catalog.Bench.Shared.Pictures;

/// <summary>The demo's people on a server, and what they ask of it. One user at a time.</summary>
internal sealed class DemoSession(Uri server, CancellationToken cancel) : IDisposable
{
    /// <summary>The customer's address.</summary>
    public const string Customer = "demo@catalog.test";

    /// <summary>The customer's password.</summary>
    public const string CustomerPassword = "demo-customer-1";

    /// <summary>The administrator's address.</summary>
    public const string Admin = "admin@catalog.test";

    /// <summary>The administrator's password.</summary>
    public const string AdminPassword = "demo-admin-1";

    private readonly HttpClient _http = new() { BaseAddress = server };

    /// <summary>Is the customer from now on.</summary>
    public Task BeCustomerAsync() => SignInAsync(Customer, CustomerPassword);

    /// <summary>Is the administrator from now on.</summary>
    public Task BeAdminAsync() => SignInAsync(Admin, AdminPassword);

    /// <summary>Reads something.</summary>
    public Task<JsonElement> GetAsync(string path) => _http.GetFromJsonAsync<JsonElement>(path, cancel);

    /// <summary>Posts something, and gives what is answered.</summary>
    public async Task<JsonElement> PostAsync(string path, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using HttpResponseMessage answer = await _http.SendAsync(request, cancel);
        string text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task SignInAsync(string email, string password)
    {
        JsonElement session = await PostAsync("/api/auth/login", new { email, password });
        string? token = session.GetProperty("accessToken").GetString();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }
}
