using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Shell;

/// <summary>
/// The whole server in this process, on a data folder of its own, with a clock that stands still. It listens on a port
/// of its own, or one it is told, when it is given "Urls"; otherwise it is called without one.
/// </summary>
public sealed class ShellHost : IAsyncDisposable
{
    public const string Password = "correct horse";
    private readonly WebApplicationFactory<Program> _factory;
    private readonly bool _ownsFolder;

    public ShellHost(string? folder = null, ManualClock? clock = null, params (string Key, string Value)[] settings)
    {
        Clock = clock ?? new ManualClock();
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("catalog-shell-").FullName;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("Catalog:DataPath", Folder);
            host.UseSetting("Catalog:Demo", "false");
            host.UseSetting("Catalog:JournalSegmentMegabytes", "32");
            host.UseSetting("Catalog:Auth:PasswordIterations", "1000");
            host.UseSetting("Catalog:Leaderboards:Resp:Enabled", "false");
            foreach ((string key, string value) in settings) host.UseSetting(key, value);
            host.ConfigureLogging(log => log.ClearProviders());
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        });
        string? urls = settings.FirstOrDefault(static setting => setting.Key == "Urls").Value;
        bool isListening = urls is not null;
        if (isListening) _factory.UseKestrel(new Uri(urls!).Port);
        var options = new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false };
        if (isListening)
        {
            _factory.StartServer();
            options.BaseAddress = _factory.ClientOptions.BaseAddress;
        }

        Http = _factory.CreateClient(options);
    }

    public string Folder { get; }

    public ManualClock Clock { get; }

    public HttpClient Http { get; }

    public T Service<T>()
        where T : notnull => _factory.Services.GetRequiredService<T>();

    /// <summary>Sends JSON and reads the answer.</summary>
    public async Task<ShellAnswer> SendAsync(HttpMethod method, string path, object? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            string json = body as string ?? JsonSerializer.Serialize(body);
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await Http.SendAsync(request);
        return await ShellAnswer.ReadAsync(response);
    }

    public Task<ShellAnswer> PostAsync(string path, object? body = null, string? token = null) =>
        SendAsync(HttpMethod.Post, path, body, token);

    public Task<ShellAnswer> GetAsync(string path, string? token = null) =>
        SendAsync(HttpMethod.Get, path, null, token);

    /// <summary>Registers an account and returns its session.</summary>
    public async Task<ShellAnswer> RegisterAsync(string email = "ada@example.org")
    {
        ShellAnswer answer = await PostAsync("/api/auth/register", new { name = "Ada", email, password = Password });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer;
    }

    public Task<ShellAnswer> LoginAsync(string email = "ada@example.org", string password = Password) =>
        PostAsync("/api/auth/login", new { email, password });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _factory.DisposeAsync();
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }
}
