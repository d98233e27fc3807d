using System.Net.Http.Json;
using System.Text.Json;

namespace Catalog.Bench.Shared.Http;

/// <summary>Accounts to act as, registered as anybody registers.</summary>
internal static class LoadAccounts
{
    private const int AtOnce = 8;
    private const string Password = "load-password-1";

    /// <summary>
    /// Settings for a private server that has to register thousands: a cheap password hash, long sessions, no quotas.
    /// They change what signing in costs and nothing that is measured afterwards.
    /// </summary>
    public static string[] ServerSettings { get; } =
    [
        "Catalog:Auth:PasswordIterations=1000", "Catalog:Auth:AccessTokenMinutes=1440",
        "Catalog:RateLimits:Enabled=false",
    ];

    /// <summary>Registers accounts; their access tokens.</summary>
    /// <exception cref="InvalidOperationException">The server refused one; the message has its answer.</exception>
    public static async Task<string[]> RegisterAsync(Uri server, int count, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = server };
        var tokens = new string[count];
        string salt = Guid.NewGuid().ToString("N")[..8];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForAsync(0, count, options, async (i, stop) =>
        {
            var body = new Dictionary<string, string>
            {
                ["name"] = $"Load {i}",
                ["email"] = $"load-{salt}-{i}@example.org",
                ["password"] = Password,
            };
            tokens[i] = await TokenAsync(client, "/api/auth/register", body, stop);
        });
        return tokens;
    }

    /// <summary>Signs an existing account in; its access token.</summary>
    /// <exception cref="InvalidOperationException">The server refused; the message has its answer.</exception>
    public static async Task<string> SignInAsync(Uri server, string email, string password, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = server };
        var body = new Dictionary<string, string> { ["email"] = email, ["password"] = password };
        return await TokenAsync(client, "/api/auth/login", body, cancel);
    }

    private static async Task<string> TokenAsync(
        HttpClient client, string path, Dictionary<string, string> body, CancellationToken cancel)
    {
        using HttpResponseMessage answer = await client.PostAsJsonAsync(path, body, cancel);
        string text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
        using JsonDocument session = JsonDocument.Parse(text);
        return session.RootElement.GetProperty("accessToken").GetString()!;
    }
}
