using Catalog.WsGateway.Hosting;
using Catalog.WsGateway.Relay;
using Microsoft.Extensions.Options;

// A gateway in a process of its own, in front of the server; see docs/gateway.md.
const string path = "/ws";
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Configuration["Urls"] ??= "http://localhost:8090";
builder.Services.AddCatalogGateway(options => builder.Configuration.GetSection("Gateway").Bind(options));
builder.Services.AddCatalogRelay(options => builder.Configuration.GetSection("Relay").Bind(options));
builder.WebHost.UseCatalogGateway(path);
WebApplication app = builder.Build();
app.MapCatalogGateway(path);
app.MapGet("/health/live", static () => Results.Ok());
app.MapGet("/health/ready", (IServiceProvider services) =>
    Results.StatusCode(services.IsRelayUp() ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
try
{
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException e)
{
    foreach (string failure in e.Failures) await Console.Error.WriteLineAsync("Configuration: " + failure);
    return 1;
}
