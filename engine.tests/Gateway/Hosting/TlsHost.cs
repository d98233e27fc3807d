using System.Net;
using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Catalog.WsGateway.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Gateway.Hosting;

/// <summary>
/// A server on an address with TLS and a certificate made for it: the gateway at /ws, taken over behind the encryption,
/// and at /http, upgraded.
/// </summary>
internal sealed class TlsHost : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly WebApplication _app;

    private TlsHost(WebApplication app, X509Certificate2 certificate) => (_app, _certificate) = (app, certificate);

    internal WsGateway.Gateway Gateway => _app.Services.GetRequiredService<WsGateway.Gateway>();

    internal Uri Address => new(_app.Services.GetRequiredService<IServer>().Features
        .Get<IServerAddressesFeature>()!.Addresses.First());

    internal static async Task<TlsHost> StartAsync(Action<WsGateway.Gateway> map)
    {
        X509Certificate2 certificate = MakeCertificate();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddCatalogGateway(options => options.AllowCompression = true);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseCatalogGateway("/ws"); // sees nothing but encrypted bytes, and leaves them alone
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.UseHttps(certificate);
            listen.UseCatalogGateway("/ws");
        }));
        WebApplication app = builder.Build();
        app.MapCatalogGateway("/http", map);
        app.MapGet("/plain", () => "plain");
        await app.StartAsync();
        return new TlsHost(app, certificate);
    }

    internal async Task<ClientWebSocket> ConnectAsync(string path)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        socket.Options.RemoteCertificateValidationCallback = IsOurs;
        await socket.ConnectAsync(new UriBuilder(Address) { Scheme = "wss", Path = path }.Uri, default);
        return socket;
    }

    internal async Task<string> GetAsync(string path)
    {
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = IsOurs },
        };
        using var http = new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version20 };
        return await http.GetStringAsync(new Uri(Address, path));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(true));
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private bool IsOurs(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
        shown is not null && shown.GetCertHashString() == _certificate.GetCertHashString();

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using X509Certificate2 made = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
