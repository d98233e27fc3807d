using System.Net.Http.Headers;
using Catalog.Shell.Auth;
using Catalog.Shell.Events.Contracts;
using Catalog.Shell.Hosting;
using Catalog.Shell.Http;

namespace Catalog.Shell.Events;

/// <summary>
/// Asks the servers that run consumers, with the caller's own token, so that an operator may ask any server about all
/// of them. What is asked is done, and recorded in the audit log, where the consumer runs. Thread-safe.
/// </summary>
public sealed class OtherServers(EventHost events, Bearer bearer) : IDisposable
{
    /// <summary>Says that a request came from another server, which does not send it on again.</summary>
    private const string PassedOn = "Catalog-Passed-On";

    private static readonly TimeSpan ListPatience = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Whether a request was passed on by another server.</summary>
    internal static bool IsPassedOn(HttpContext context) => context.Request.Headers.ContainsKey(PassedOn);

    /// <summary>Makes a handler that runs where the consumer does which the path names.</summary>
    internal RequestDelegate Wrap(RequestDelegate here) => context =>
    {
        string name = context.GetRouteValue("name") as string ?? "";
        bool isElsewhere = events.IsConsumer(name) && events.FindConsumer(name) is null;
        if (!isElsewhere || !bearer.TryAuthenticate(context, out Caller caller) || !caller.IsAdmin)
            return here(context);
        return events.ServerOf(name) is { } server && !IsPassedOn(context)
            ? PassOnAsync(context, server)
            : Problems.WriteAsync(context, ProblemCodes.ShardMoving);
    };

    /// <summary>The consumers other servers run, and those that could not be asked about.</summary>
    internal async Task<(List<ConsumerAnswer> Known, List<ConsumerElsewhereAnswer> Unknown)> ListAsync(
        HttpContext context)
    {
        var known = new List<ConsumerAnswer>();
        var unknown = new List<ConsumerElsewhereAnswer>();
        var asked = new List<Task<IReadOnlyList<ConsumerAnswer>?>>();
        IGrouping<ServerPlace?, string>[] servers =
            [.. events.ConsumersElsewhere.GroupBy(static each => each.Server, static each => each.Name)];
        foreach (IGrouping<ServerPlace?, string> server in servers) asked.Add(AskAsync(context, server.Key));
        for (int i = 0; i < servers.Length; i++)
        {
            IReadOnlyList<ConsumerAnswer> answers = await asked[i] ?? [];
            foreach (string name in servers[i])
            {
                if (answers.FirstOrDefault(each => each.Name == name) is { } answer)
                    known.Add(answer with { Server = servers[i].Key!.Name });
                else
                    unknown.Add(new ConsumerElsewhereAnswer(name, servers[i].Key?.Name));
            }
        }

        return (known, unknown);
    }

    private static HttpRequestMessage RequestOf(HttpContext context, ServerPlace server, string pathAndQuery)
    {
        var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), server.Url.TrimEnd('/') + pathAndQuery);
        request.Headers.Add(PassedOn, "1");
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization!);
        return request;
    }

    private async Task PassOnAsync(HttpContext context, ServerPlace server)
    {
        if (server.Url.Length == 0)
        {
            await Problems.WriteAsync(context, ProblemCodes.OtherServer,
                $"The server '{server.Name}' runs it and does not say where it is reached (Catalog:Cluster:Url).");
            return;
        }

        try
        {
            string path = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            using HttpRequestMessage request = RequestOf(context, server, path);
            using HttpResponseMessage response = await _http.SendAsync(request, context.RequestAborted);
            byte[] body = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            context.Response.Headers.RetryAfter = response.Headers.RetryAfter?.ToString();
            if (body.Length > 0) await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException
            && !context.RequestAborted.IsCancellationRequested)
        {
            await Problems.WriteAsync(
                context, ProblemCodes.OtherServer, $"The server '{server.Name}' runs it and does not answer.");
        }
    }

    /// <summary>The consumers a server runs; null when it cannot be asked.</summary>
    private async Task<IReadOnlyList<ConsumerAnswer>?> AskAsync(HttpContext context, ServerPlace? server)
    {
        if (server is null || server.Url.Length == 0) return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(ListPatience);
        try
        {
            using HttpRequestMessage request = RequestOf(context, server, ConsumerEndpoints.Path);
            using HttpResponseMessage response = await _http.SendAsync(request, patience.Token);
            if (!response.IsSuccessStatusCode) return null;
            ConsumerListAnswer? answer = await response.Content.ReadFromJsonAsync(
                EventsJson.Default.ConsumerListAnswer, patience.Token);
            return answer?.Consumers;
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException
            or OperationCanceledException && !context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }
}
